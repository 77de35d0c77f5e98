using System.Globalization;

namespace PulumiNumbers.Plugin.Model;

/// <summary>A value type that is a string on the wire: parsing reads every spelling, <c>ToString</c> gives the normal form.</summary>
internal sealed class ParsableShape<T> : Shape
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override string Noun => "a string";

    /// <inheritdoc/>
    public override bool IsText => true;

    /// <inheritdoc/>
    public override object Empty => default(T);

    /// <inheritdoc/>
    public override PropertyValue Write(object value) => new StringValue(Format((T)value));

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization)
    {
        if (bare is not StringValue { Value: var text })
            return Mismatch(bare, path, normalization);
        try
        {
            var normal = Format(T.Parse(text, CultureInfo.InvariantCulture));
            return string.Equals(normal, text, StringComparison.Ordinal) ? bare : new StringValue(normal);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            normalization.Fail(path, exception.Message, $"Not a valid {typeof(T).Name}.");
            return bare;
        }
    }

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare) =>
        bare is StringValue { Value: var text } && T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Format(T value) => value is IFormattable formattable
        ? formattable.ToString(format: null, CultureInfo.InvariantCulture)
        : value.ToString() ?? "";
}
