namespace Pulumi;

/// <summary>Names the type token of a resource class and the package version that it belongs to.</summary>
/// <param name="type">The type token, such as <c>numbers:index:NumberPool</c>.</param>
/// <param name="version">The package's version.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>The package's version.</summary>
    public string? Version { get; } = version;
}
