namespace PulumiNumbers.Plugin.Model;

/// <summary>True or false.</summary>
internal sealed class BoolShape : Shape
{
    /// <inheritdoc/>
    public override string Noun => "a boolean";

    /// <inheritdoc/>
    public override object Empty => false;

    /// <inheritdoc/>
    public override PropertyValue Write(object value) => new BoolValue((bool)value);

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization) =>
        bare is BoolValue ? bare : Mismatch(bare, path, normalization);

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare) => (bare as BoolValue)?.Value;
}
