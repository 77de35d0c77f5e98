using System.Diagnostics.CodeAnalysis;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>
/// A number as a PBX knows it: 1 to 64 digits. Unlike an <see cref="Carriers.Msisdn"/> it may be an extension or a number without its
/// country code. Every spelling of a number parses to the same value.
/// </summary>
public readonly record struct DialledNumber : IParsable<DialledNumber>
{
    private const int MaximumDigits = 64;
    private const string Separators = " -().";

    private readonly string? _digits;

    private DialledNumber(string digits) => _digits = digits;

    /// <summary>Reads a number.</summary>
    /// <exception cref="FormatException">The text is no number; the message says what one looks like.</exception>
    public static DialledNumber Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var number)
        ? number
        : throw new FormatException($"'{s}' is not a number: write its 1 to {MaximumDigits} digits, such as 447700900123");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out DialledNumber result)
    {
        var text = (s ?? "").Trim();
        var digits = string.Concat((text.StartsWith('+') ? text[1..] : text).Where(symbol => !Separators.Contains(symbol, StringComparison.Ordinal)));
        var isNumber = digits.Length is >= 1 and <= MaximumDigits && digits.All(char.IsAsciiDigit);
        result = isNumber ? new DialledNumber(digits) : default;
        return isNumber;
    }

    /// <summary>The digits.</summary>
    public override string ToString() => _digits ?? "";
}
