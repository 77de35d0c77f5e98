namespace Pulumi;

/// <summary>Marks a property or field that is sent to the provider.</summary>
/// <param name="name">The property's name on the wire.</param>
/// <param name="required">Whether leaving it out is an error.</param>
/// <param name="json">Whether it travels as JSON text, as a provider's own configuration does.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}
