namespace Pulumi;

/// <summary>Marks a property that the deployment fills in.</summary>
/// <param name="name">The property's name on the wire; the C# name where it is left out.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The property's name on the wire.</summary>
    public string? Name { get; } = name;
}
