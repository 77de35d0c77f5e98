namespace PulumiNumbers.Plugin.Model;

/// <summary>A value that must not be shown.</summary>
internal sealed record SecretValue(PropertyValue Element) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyValue Bare => Element.Bare;

    /// <inheritdoc/>
    public override bool IsSecret => true;

    /// <inheritdoc/>
    public override string ToString() => "[secret]";
}
