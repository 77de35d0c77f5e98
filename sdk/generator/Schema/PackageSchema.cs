using Newtonsoft.Json.Linq;

namespace PulumiNumbers.SdkGenerator.Schema;

/// <summary>A Pulumi package schema, as far as this repository's own makes use of the format. Members are ordered by token.</summary>
internal sealed record PackageSchema
{
    public required string Name { get; init; }

    public required string Version { get; init; }

    public required string DisplayName { get; init; }

    public required string Description { get; init; }

    public required IReadOnlyList<string> Keywords { get; init; }

    public string? Homepage { get; init; }

    public string? Repository { get; init; }

    public string? License { get; init; }

    public string? Publisher { get; init; }

    public string? PluginDownloadUrl { get; init; }

    /// <summary>The C# namespace of the SDK: the root namespace and the package's own part.</summary>
    public required string Namespace { get; init; }

    /// <summary>The names of the SDKs in the other languages.</summary>
    public required SdkNames Packages { get; init; }

    public required IReadOnlyList<SchemaProperty> Config { get; init; }

    public required SchemaResource Provider { get; init; }

    public required IReadOnlyList<SchemaResource> Resources { get; init; }

    public required IReadOnlyList<SchemaFunction> Functions { get; init; }

    public required IReadOnlyList<SchemaObject> Objects { get; init; }

    public required IReadOnlyList<SchemaEnum> Enums { get; init; }

    /// <exception cref="SchemaException">The schema uses a part of the format that is not supported here.</exception>
    public static PackageSchema Parse(string json) => new SchemaReader(JObject.Parse(json)).Read();
}

/// <summary>The names under which the SDKs are published; null where the schema names none.</summary>
internal sealed record SdkNames(string? Node, string? Python, string? Go);

/// <summary>A resource, or the provider.</summary>
internal sealed record SchemaResource(
    string Token,
    string Description,
    IReadOnlyList<SchemaProperty> Properties,
    IReadOnlyList<SchemaProperty> Inputs);

internal sealed record SchemaFunction(
    string Token,
    string Description,
    IReadOnlyList<SchemaProperty> Inputs,
    IReadOnlyList<SchemaProperty> Outputs);

internal sealed record SchemaObject(string Token, string Description, IReadOnlyList<SchemaProperty> Properties);

internal sealed record SchemaEnum(string Token, string Description, IReadOnlyList<SchemaEnumValue> Values);

internal sealed record SchemaEnumValue(string Name, string Value, string Description);

/// <summary>One property of a resource, function, object or of the configuration.</summary>
/// <param name="Default">The constant default: a string, boolean or number; null where there is none.</param>
/// <param name="Environment">The environment variables that give the default, by precedence.</param>
internal sealed record SchemaProperty(
    string Name,
    SchemaType Type,
    string Description,
    bool Required,
    bool Secret,
    JValue? Default,
    IReadOnlyList<string> Environment,
    string? Deprecation);

internal abstract record SchemaType
{
    internal sealed record Primitive(PrimitiveKind Kind) : SchemaType;

    internal sealed record EnumReference(string Token) : SchemaType;

    internal sealed record ObjectReference(string Token) : SchemaType;

    internal sealed record List(SchemaType Element) : SchemaType;

    internal sealed record Map(SchemaType Element) : SchemaType;
}

internal enum PrimitiveKind
{
    Text,
    Boolean,
    Integer,
    Number,
}

/// <summary>A schema that the generator cannot turn into an SDK.</summary>
internal sealed class SchemaException : Exception
{
    public SchemaException(string message)
        : base(message)
    {
    }
}
