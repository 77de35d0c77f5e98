using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.Secrets;

namespace PulumiNumbers.Engine.State;

/// <summary>One resource in Pulumi's checkpoint format; what is at its default is left out.</summary>
internal static class ResourceStateJson
{
    public static JObject Write(ResourceState state, Func<PropertyMap, JObject> properties)
    {
        var json = new JObject { ["urn"] = state.Urn.ToString(), ["custom"] = state.Custom };
        Add(json, "delete", state.Delete);
        Add(json, "id", state.Id);
        json["type"] = state.Type;
        json["inputs"] = properties(state.Inputs);
        json["outputs"] = properties(state.Outputs);
        Add(json, "parent", state.Parent?.ToString());
        Add(json, "protect", state.Protect);
        Add(json, "external", state.External);
        Add(json, "dependencies", state.Dependencies.Select(d => d.ToString()));
        Add(json, "initErrors", state.InitErrors);
        Add(json, "provider", state.Provider?.ToString());
        if (state.PropertyDependencies.Count > 0)
            json["propertyDependencies"] = new JObject(state.PropertyDependencies.Select(p => new JProperty(p.Key, new JArray(p.Value.Select(u => u.ToString())))));
        Add(json, "pendingReplacement", state.PendingReplacement);
        Add(json, "taint", state.Taint);
        Add(json, "additionalSecretOutputs", state.AdditionalSecretOutputs);
        if (state.CustomTimeouts != CustomTimeouts.None)
            json["customTimeouts"] = WriteTimeouts(state.CustomTimeouts);
        Add(json, "importID", state.ImportId);
        Add(json, "retainOnDelete", state.RetainOnDelete);
        Add(json, "deletedWith", state.DeletedWith?.ToString());
        Add(json, "created", Timestamp(state.Created));
        Add(json, "modified", Timestamp(state.Modified));
        Add(json, "ignoreChanges", state.IgnoreChanges);
        Add(json, "replaceOnChanges", state.ReplaceOnChanges);
        Add(json, "refreshBeforeUpdate", state.RefreshBeforeUpdate);
        return json;
    }

    public static ResourceState Read(JObject json, ICrypter crypter) => new()
    {
        Urn = Urn.Parse((string?)json["urn"] ?? throw new JsonException("A resource in the checkpoint has no urn.")),
        Custom = Flag(json, "custom"),
        Delete = Flag(json, "delete"),
        Id = Text(json, "id") ?? "",
        Inputs = PropertyJson.FromObject(json["inputs"] as JObject, crypter),
        Outputs = PropertyJson.FromObject(json["outputs"] as JObject, crypter),
        Parent = UrnOf(json, "parent"),
        Protect = Flag(json, "protect"),
        External = Flag(json, "external"),
        Dependencies = [.. Texts(json["dependencies"]).Select(Urn.Parse)],
        InitErrors = Texts(json["initErrors"]),
        Provider = Text(json, "provider") is { } provider ? ProviderReference.Parse(provider) : null,
        PropertyDependencies = (json["propertyDependencies"] as JObject)?.Properties().ToDictionary(
            p => p.Name,
            p => (IReadOnlyList<Urn>)[.. Texts(p.Value).Select(Urn.Parse)],
            StringComparer.Ordinal) ?? [],
        PendingReplacement = Flag(json, "pendingReplacement"),
        Taint = Flag(json, "taint"),
        AdditionalSecretOutputs = Texts(json["additionalSecretOutputs"]),
        CustomTimeouts = json["customTimeouts"] is JObject timeouts ? ReadTimeouts(timeouts) : CustomTimeouts.None,
        ImportId = Text(json, "importID") ?? "",
        RetainOnDelete = Flag(json, "retainOnDelete"),
        DeletedWith = UrnOf(json, "deletedWith"),
        Created = Time(json, "created"),
        Modified = Time(json, "modified"),
        IgnoreChanges = Texts(json["ignoreChanges"]),
        ReplaceOnChanges = Texts(json["replaceOnChanges"]),
        RefreshBeforeUpdate = Flag(json, "refreshBeforeUpdate"),
    };

    private static void Add(JObject json, string name, bool value)
    {
        if (value)
            json[name] = true;
    }

    private static void Add(JObject json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            json[name] = value;
    }

    private static void Add(JObject json, string name, IEnumerable<string> values)
    {
        var array = new JArray(values);
        if (array.Count > 0)
            json[name] = array;
    }

    // Pulumi stores timeouts in seconds.
    private static JObject WriteTimeouts(CustomTimeouts timeouts) => new()
    {
        ["create"] = timeouts.Create,
        ["update"] = timeouts.Update,
        ["delete"] = timeouts.Delete,
        ["read"] = timeouts.Read,
    };

    private static CustomTimeouts ReadTimeouts(JObject json) =>
        new((double?)json["create"] ?? 0, (double?)json["update"] ?? 0, (double?)json["delete"] ?? 0, (double?)json["read"] ?? 0);

    private static string? Timestamp(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Time(JObject json, string name) =>
        Text(json, name) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;

    private static bool Flag(JObject json, string name) => (bool?)json[name] ?? false;

    private static string? Text(JObject json, string name) => (string?)json[name];

    private static Urn? UrnOf(JObject json, string name) => Text(json, name) is { Length: > 0 } text ? Urn.Parse(text) : null;

    private static IReadOnlyList<string> Texts(JToken? token) => token is JArray array ? [.. array.Select(t => (string)t!)] : [];
}
