namespace PulumiNumbers.Plugin.Model;

/// <summary>Any string.</summary>
internal sealed class StringShape : Shape
{
    /// <inheritdoc/>
    public override string Noun => "a string";

    /// <inheritdoc/>
    public override bool IsText => true;

    /// <inheritdoc/>
    public override object Empty => "";

    /// <inheritdoc/>
    public override PropertyValue Write(object value) => new StringValue((string)value);

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization) =>
        bare is StringValue ? bare : Mismatch(bare, path, normalization);

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare) => (bare as StringValue)?.Value;
}
