using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace PulumiNumbers.Carriers;

/// <summary>
/// A telephone number in E.164 form without the plus sign: 7 to 15 digits beginning with a country code, such as <c>447700900123</c>.
/// </summary>
/// <remarks>
/// People write numbers in many ways and carriers accept one. Every spelling of a number parses to the same value, so no spelling
/// ever shows as a difference: <c>+44 7700 900123</c>, <c>44-7700-900123</c> and <c>(44) 7700.900123</c> are equal.
/// A number without its country code cannot be told apart from another country's and is refused.
/// </remarks>
public readonly record struct Msisdn : IParsable<Msisdn>, IComparable<Msisdn>
{
    /// <summary>The fewest digits that the carriers' documents allow.</summary>
    public const int MinimumDigits = 7;

    /// <summary>The most digits that E.164 allows.</summary>
    public const int MaximumDigits = 15;

    private static readonly SearchValues<char> Separators = SearchValues.Create(" -().\u00a0\u2011\u202f");

    private readonly string? _digits;

    private Msisdn(string digits) => _digits = digits;

    /// <summary>The digits in canonical form.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(Msisdn)</c>, which is no number.</exception>
    public string Digits => _digits ?? throw new InvalidOperationException("This value was never given a number.");

    /// <summary>Reads a number in any of the usual spellings.</summary>
    /// <exception cref="FormatException">The text is no complete international number; the message says why and what to write instead.</exception>
    public static Msisdn Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, out var number) is { } reason ? throw new FormatException(reason) : number;
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static Msisdn Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads a number in any of the usual spellings; false where the text is no complete international number.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Msisdn number)
    {
        number = default;
        return text is not null && Read(text, out number) is null;
    }

    /// <inheritdoc cref="TryParse(string?, out Msisdn)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Msisdn result) => TryParse(s, out result);

    /// <summary>Orders by digits, as text: a stable order that keeps the numbers of one country and area together.</summary>
    public int CompareTo(Msisdn other) => string.CompareOrdinal(_digits, other._digits);

    /// <summary>Orders by digits.</summary>
    public static bool operator <(Msisdn left, Msisdn right) => left.CompareTo(right) < 0;

    /// <summary>Orders by digits.</summary>
    public static bool operator >(Msisdn left, Msisdn right) => left.CompareTo(right) > 0;

    /// <summary>Orders by digits.</summary>
    public static bool operator <=(Msisdn left, Msisdn right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by digits.</summary>
    public static bool operator >=(Msisdn left, Msisdn right) => left.CompareTo(right) >= 0;

    /// <summary>The canonical form: the digits alone; empty for <c>default(Msisdn)</c>.</summary>
    public override string ToString() => _digits ?? "";

    /// <summary>Reads the text into a number, or returns why it is none.</summary>
    private static string? Read(string text, out Msisdn number)
    {
        number = default;
        var rest = text.AsSpan().Trim();
        if (rest.IsEmpty)
            return "a phone number is expected, but the text is empty";
        if (rest.Contains("(0)", StringComparison.Ordinal))
            return $"'{text}' holds the trunk prefix (0), which is not dialled from abroad: leave it out";
        if (rest[0] == '+')
            rest = rest[1..];

        Span<char> digits = stackalloc char[MaximumDigits];
        var count = 0;
        foreach (var symbol in rest)
        {
            if (Separators.Contains(symbol))
                continue;
            if (!char.IsAsciiDigit(symbol))
                return $"'{text}' is not a phone number: it contains '{symbol}'; write the digits of the international number, such as 447700900123";
            if (count == MaximumDigits)
                return $"'{text}' has more than {MaximumDigits} digits, the most that E.164 allows";
            digits[count++] = symbol;
        }

        if (count < MinimumDigits)
            return $"'{text}' has {count} digits; an international number has {MinimumDigits} to {MaximumDigits}, the country code included";
        if (digits.StartsWith("00"))
            return $"'{text}' begins with the dialling prefix 00: write the country code alone, such as 44… or +44…";
        if (digits[0] == '0')
            return $"'{text}' begins with 0, as numbers do inside a country: write it with its country code, such as 44… or +44…";

        number = new Msisdn(new string(digits[..count]));
        return null;
    }
}
