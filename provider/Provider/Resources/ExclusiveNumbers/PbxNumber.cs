using System.Diagnostics.CodeAnalysis;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>
/// A number as a PBX knows it: 1 to 64 digits. Unlike an <see cref="Carriers.Msisdn"/> it may be an extension or a number without its
/// country code. Every spelling of a number parses to the same value; what the PBX holds that is no number is written with <c>=</c> in front.
/// </summary>
public readonly record struct PbxNumber : IParsable<PbxNumber>
{
    private const int MaximumDigits = 64;
    private const char Verbatim = '=';
    private const string Separators = " -().";

    private readonly string? _text;

    private PbxNumber(string text) => _text = text;

    /// <summary>What the PBX's API calls it.</summary>
    public string Text => _text ?? "";

    /// <summary>A number as the PBX reports it.</summary>
    public static PbxNumber FromPbx(string text) => !text.StartsWith(Verbatim) && TryParse(text, provider: null, out var number) ? number : new PbxNumber(text);

    /// <summary>Reads a number.</summary>
    /// <exception cref="FormatException">The text is no number; the message says what one looks like.</exception>
    public static PbxNumber Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var number)
        ? number
        : throw new FormatException($"'{s}' is not a number: write its 1 to {MaximumDigits} digits, such as 447700900123");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PbxNumber result)
    {
        if (s is { Length: > 1 and <= MaximumDigits + 1 } && s.StartsWith(Verbatim))
        {
            result = new PbxNumber(s[1..]);
            return true;
        }

        var text = (s ?? "").Trim();
        var digits = string.Concat((text.StartsWith('+') ? text[1..] : text).Where(symbol => !Separators.Contains(symbol, StringComparison.Ordinal)));
        var isNumber = digits.Length is >= 1 and <= MaximumDigits && digits.All(char.IsAsciiDigit);
        result = isNumber ? new PbxNumber(digits) : default;
        return isNumber;
    }

    /// <summary>The canonical form: the digits.</summary>
    public override string ToString() => Text.All(char.IsAsciiDigit) ? Text : Verbatim + Text;
}
