using Newtonsoft.Json.Linq;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.Secrets;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine;

/// <summary>A resource to be taken into a stack.</summary>
/// <param name="Type">The type token.</param>
/// <param name="Name">The name that it gets in the stack.</param>
/// <param name="Id">The provider's id of it.</param>
public sealed record ImportEntry(string Type, string Name, string Id)
{
    /// <summary>The parent; null: the stack.</summary>
    public Urn? Parent { get; init; }

    /// <summary>An explicit provider of the stack; null: the default one.</summary>
    public Urn? Provider { get; init; }

    /// <summary>The version of the package; null: that of the plugin.</summary>
    public string? Version { get; init; }

    /// <summary>Its inputs, where they are known.</summary>
    public PropertyMap? Inputs { get; init; }

    /// <summary>Its state; with inputs and state it is not read.</summary>
    public PropertyMap? Outputs { get; init; }

    /// <summary>Reads an import file: <c>{"nameTable": {name: urn}, "resources": [{type, name, id, parent, provider, version, inputs, outputs}]}</c>.</summary>
    /// <exception cref="EngineException">It is not of that form.</exception>
    public static IReadOnlyList<ImportEntry> ReadFile(string text, ICrypter crypter)
    {
        var file = JObject.Parse(text);
        return file["resources"] is JArray resources
            ? [.. resources.OfType<JObject>().Select(r => Read(r, file["nameTable"] as JObject ?? [], crypter))]
            : throw new EngineException("The import file has no resources.");
    }

    private static ImportEntry Read(JObject json, JObject names, ICrypter crypter) => new(Text(json, "type"), Text(json, "name"), Text(json, "id"))
    {
        Parent = Named(json, "parent", names),
        Provider = Named(json, "provider", names),
        Version = (string?)json["version"],
        Inputs = json["inputs"] is JObject inputs ? PropertyJson.FromObject(inputs, crypter) : null,
        Outputs = json["outputs"] is JObject outputs ? PropertyJson.FromObject(outputs, crypter) : null,
    };

    private static string Text(JObject json, string name) =>
        (string?)json[name] ?? throw new EngineException($"A resource in the import file has no '{name}'.");

    private static Urn? Named(JObject json, string member, JObject names)
    {
        if ((string?)json[member] is not { } name)
            return null;
        return Urn.TryParse((string?)names[name] ?? name) ?? throw new EngineException($"The import file's name table has no '{name}'.");
    }
}
