using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>
/// A member of a number pool: an E.164 number in any spelling (<c>447700900123</c>), or what Vonage's support put there otherwise, such as the
/// short code <c>38042</c> or a number of 16 digits.
/// </summary>
/// <remarks>
/// Every member has a text form that parses to the same member, whatever the carrier reports, so that it can be shown, kept in state and declared.
/// What is neither digits nor a spelling of an international number is written with <c>=</c> in front: <c>=0800123456</c>.
/// </remarks>
public readonly record struct PoolNumber : IParsable<PoolNumber>, IComparable<PoolNumber>
{
    /// <summary>The most digits that a pool holds.</summary>
    public const int MaximumDigits = 16;

    private const char Verbatim = '=';
    private const string Separators = " -().\u00a0\u2011\u202f";

    private readonly string? _text;

    private PoolNumber(string text) => _text = text;

    /// <summary>What the carrier's API calls it.</summary>
    /// <exception cref="InvalidOperationException">This is <c>default(PoolNumber)</c>, which is no number.</exception>
    public string Digits => _text ?? throw new InvalidOperationException("This value was never given a number.");

    /// <summary>The member as an international number; null where it is none.</summary>
    public Msisdn? Msisdn => Carriers.Msisdn.TryParse(_text, out var number) && number.Digits == _text ? number : null;

    /// <summary>An international number as a member of a pool.</summary>
    public static PoolNumber From(Msisdn number) => new(number.Digits);

    /// <summary>An international number as a member of a pool.</summary>
    public static implicit operator PoolNumber(Msisdn number) => From(number);

    /// <summary>A member as the carrier reports it; null where there is nothing.</summary>
    public static PoolNumber? FromCarrier(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : TryParse(text, provider: null, out var number) && !text.StartsWith(Verbatim) ? number
        : new PoolNumber(text);

    /// <summary>Reads a member as programs write it.</summary>
    /// <exception cref="FormatException">The text is no number; the message says why and what to write instead.</exception>
    public static PoolNumber Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, out var number) is { } reason ? throw new FormatException(reason) : number;
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static PoolNumber Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PoolNumber result)
    {
        result = default;
        return s is not null && Read(s, out result) is null;
    }

    /// <summary>Orders by digits, as text.</summary>
    public int CompareTo(PoolNumber other) => string.CompareOrdinal(_text, other._text);

    /// <summary>Orders by digits.</summary>
    public static bool operator <(PoolNumber left, PoolNumber right) => left.CompareTo(right) < 0;

    /// <summary>Orders by digits.</summary>
    public static bool operator >(PoolNumber left, PoolNumber right) => left.CompareTo(right) > 0;

    /// <summary>Orders by digits.</summary>
    public static bool operator <=(PoolNumber left, PoolNumber right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by digits.</summary>
    public static bool operator >=(PoolNumber left, PoolNumber right) => left.CompareTo(right) >= 0;

    /// <summary>The canonical form: the digits; empty for <c>default(PoolNumber)</c>.</summary>
    public override string ToString() =>
        _text is null ? ""
        : Read(_text, out var same) is null && same._text == _text ? _text
        : Verbatim + _text;

    private static string? Read(string text, out PoolNumber number)
    {
        number = default;
        if (text.StartsWith(Verbatim))
        {
            number = new PoolNumber(text[1..]);
            return text.Length > 1 ? null : "after = comes the number as Vonage reports it, such as =0800123456";
        }

        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (IsInvisible(rune))
                return string.Create(CultureInfo.InvariantCulture, $"'{text}' contains the invisible character U+{rune.Value:X4}: delete it");
        }

        var digits = string.Concat(text.Where(symbol => !Separators.Contains(symbol, StringComparison.Ordinal)));
        var isOther = digits.All(char.IsAsciiDigit) && digits.Length is > 0 and (< Carriers.Msisdn.MinimumDigits or MaximumDigits);
        if (isOther)
        {
            number = new PoolNumber(digits);
            return null;
        }

        try
        {
            number = From(Carriers.Msisdn.Parse(text));
            return null;
        }
        catch (FormatException reason)
        {
            return reason.Message;
        }
    }

    private static bool IsInvisible(System.Text.Rune rune) => System.Text.Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse;
}
