using Newtonsoft.Json.Linq;

namespace PulumiNumbers.SdkGenerator.Schema;

/// <summary>Reads the JSON of a package schema.</summary>
internal sealed class SchemaReader(JObject root)
{
    private const string TypePrefix = "#/types/";

    public PackageSchema Read()
    {
        var name = Required(root, "name");
        var csharp = root["language"]?["csharp"];
        return new PackageSchema
        {
            Name = name,
            Version = Required(root, "version"),
            DisplayName = Text(root, "displayName") ?? name,
            Description = Text(root, "description") ?? "",
            Keywords = Names(root, "keywords"),
            Homepage = Text(root, "homepage"),
            Repository = Text(root, "repository"),
            License = Text(root, "license"),
            Publisher = Text(root, "publisher"),
            PluginDownloadUrl = Text(root, "pluginDownloadURL"),
            Namespace = $"{(string?)csharp?["rootNamespace"] ?? "Pulumi"}.{(string?)csharp?["namespaces"]?[name] ?? SchemaNames.Pascal(name)}",
            Packages = new SdkNames(
                (string?)root["language"]?["nodejs"]?["packageName"],
                (string?)root["language"]?["python"]?["packageName"],
                (string?)root["language"]?["go"]?["importBasePath"]),
            Config = ReadProperties(root["config"]?["variables"], []),
            Provider = ReadProvider($"pulumi:providers:{name}"),
            Resources = [.. Members(root["resources"]).Select(member => ReadResource(member.Name, (JObject)member.Value))],
            Functions = [.. Members(root["functions"]).Select(ReadFunction)],
            Objects = [.. Types().Where(type => !IsEnum(type.Value)).Select(ReadObject)],
            Enums = [.. Types().Where(type => IsEnum(type.Value)).Select(ReadEnum)],
        };
    }

    /// <summary>The engine hands a provider's configuration back as text, so only texts are outputs.</summary>
    private SchemaResource ReadProvider(string token)
    {
        var provider = ReadResource(token, (JObject)root["provider"]!);
        return provider with { Properties = [.. provider.Properties.Where(property => property.Type is SchemaType.Primitive { Kind: PrimitiveKind.Text })] };
    }

    private SchemaResource ReadResource(string token, JObject resource) => new(
        token,
        Text(resource, "description") ?? "",
        ReadProperties(resource["properties"], Names(resource, "required")),
        ReadProperties(resource["inputProperties"], Names(resource, "requiredInputs")));

    private SchemaFunction ReadFunction(JProperty function) => new(
        function.Name,
        Text(function.Value, "description") ?? "",
        ReadProperties(function.Value["inputs"]?["properties"], Names(function.Value["inputs"], "required")),
        ReadProperties(function.Value["outputs"]?["properties"], Names(function.Value["outputs"], "required")));

    private SchemaObject ReadObject(JProperty type) => new(
        type.Name,
        Text(type.Value, "description") ?? "",
        ReadProperties(type.Value["properties"], Names(type.Value, "required")));

    private static SchemaEnum ReadEnum(JProperty type) => (string?)type.Value["type"] == "string"
        ? new(type.Name, Text(type.Value, "description") ?? "", [.. type.Value["enum"]!.Select(ReadEnumValue)])
        : throw new SchemaException($"{type.Name}: only enumerations of strings are supported.");

    private static SchemaEnumValue ReadEnumValue(JToken value) =>
        new(Text(value, "name") ?? Required(value, "value"), Required(value, "value"), Text(value, "description") ?? "");

    private List<SchemaProperty> ReadProperties(JToken? properties, IReadOnlyList<string> required) =>
        [.. Members(properties).Select(property => new SchemaProperty(
            property.Name,
            ReadType(property.Value),
            Text(property.Value, "description") ?? "",
            required.Contains(property.Name, StringComparer.Ordinal),
            (bool?)property.Value["secret"] ?? false,
            property.Value["default"] as JValue,
            Names(property.Value["defaultInfo"], "environment"),
            Text(property.Value, "deprecationMessage")))];

    private SchemaType ReadType(JToken spec)
    {
        if (Text(spec, "$ref") is { } reference)
            return ReadReference(reference);

        return Text(spec, "type") switch
        {
            "string" => new SchemaType.Primitive(PrimitiveKind.Text),
            "boolean" => new SchemaType.Primitive(PrimitiveKind.Boolean),
            "integer" => new SchemaType.Primitive(PrimitiveKind.Integer),
            "number" => new SchemaType.Primitive(PrimitiveKind.Number),
            "array" => new SchemaType.List(ReadType(spec["items"]!)),
            "object" when spec["additionalProperties"] is { } element => new SchemaType.Map(ReadType(element)),
            _ => throw new SchemaException($"{spec.Path}: this type is not supported."),
        };
    }

    private SchemaType ReadReference(string reference)
    {
        var token = reference.StartsWith(TypePrefix, StringComparison.Ordinal)
            ? reference[TypePrefix.Length..]
            : throw new SchemaException($"{reference}: only references to the schema's own types are supported.");
        var type = root["types"]?[token] ?? throw new SchemaException($"{reference}: the schema has no such type.");
        return IsEnum(type) ? new SchemaType.EnumReference(token) : new SchemaType.ObjectReference(token);
    }

    private IEnumerable<JProperty> Types() => Members(root["types"]);

    private static bool IsEnum(JToken type) => type["enum"] is not null;

    private static IEnumerable<JProperty> Members(JToken? parent) =>
        (parent as JObject ?? []).Properties().OrderBy(member => member.Name, StringComparer.Ordinal);

    private static List<string> Names(JToken? parent, string name) => [.. (parent?[name] as JArray ?? []).Select(element => (string)element!)];

    private static string? Text(JToken parent, string name) => (string?)parent[name];

    private static string Required(JToken parent, string name) =>
        Text(parent, name) ?? throw new SchemaException($"{parent.Path}: `{name}` is missing.");
}

/// <summary>Names in the schema and in code.</summary>
internal static class SchemaNames
{
    /// <summary>The last part of a token with a capital, which is what the class is called.</summary>
    public static string ClassName(string token) => Pascal(token[(token.LastIndexOf(':') + 1)..]);

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
