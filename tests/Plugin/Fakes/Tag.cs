using System.Diagnostics.CodeAnalysis;

namespace PulumiNumbers.Tests.Plugin.Fakes;

/// <summary>A word whose spelling does not matter: its normal form is lower case without blanks around it.</summary>
public readonly record struct Tag(string Text) : IParsable<Tag>
{
    public static Tag Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var tag)
        ? tag
        : throw new FormatException($"'{s}' is no tag: one to twenty letters or digits.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Tag result)
    {
        var text = s?.Trim().ToLowerInvariant() ?? "";
        result = new Tag(text);
        return text.Length is > 0 and <= 20 && text.All(char.IsAsciiLetterOrDigit);
    }

    public override string ToString() => Text;
}
