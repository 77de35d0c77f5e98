using System.Globalization;

namespace PulumiNumbers.Plugin.Model;

/// <summary>Numbers of a C# type: whole ones for the integer types.</summary>
/// <param name="type">int, long, double or decimal.</param>
internal sealed class NumberShape(Type type) : Shape
{
    /// <summary>The whole numbers that a double holds exactly reach this far.</summary>
    private const double LargestExact = 9007199254740991;

    /// <summary>Whether only whole numbers are of this shape.</summary>
    public bool IsInteger { get; } = type == typeof(int) || type == typeof(long);

    /// <inheritdoc/>
    public override string Noun => IsInteger ? "a whole number" : "a number";

    /// <inheritdoc/>
    public override object Empty { get; } = Convert.ChangeType(0, type, CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override PropertyValue Write(object value) => new NumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization)
    {
        if (bare is not NumberValue { Value: var number })
            return Mismatch(bare, path, normalization);
        if (!IsInRange(number))
            normalization.Fail(path, "The number is out of range.");
        else if (IsInteger && !double.IsInteger(number))
            normalization.Fail(
                path, string.Create(CultureInfo.InvariantCulture, $"Expected {Noun}, got {number}."), $"Expected {Noun}.");
        return bare;
    }

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare) =>
        bare is NumberValue { Value: var number } && IsInRange(number) ? Convert.ChangeType(number, type, CultureInfo.InvariantCulture) : null;

    private bool IsInRange(double number) =>
        type == typeof(int) ? number is >= int.MinValue and <= int.MaxValue
        : type == typeof(long) ? Math.Abs(number) <= LargestExact
        : type == typeof(decimal) ? Math.Abs(number) < (double)decimal.MaxValue
        : double.IsFinite(number);
}
