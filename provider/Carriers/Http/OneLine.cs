using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PulumiNumbers.Carriers.Http;

/// <summary>Cuts whatever a server sent down to one readable line.</summary>
internal static partial class OneLine
{
    private const int MaxLength = 300;
    private const int MaxSample = 16 * MaxLength;

    /// <summary>As much of a text as can matter for its gist.</summary>
    public static string Sample(string text) => text.Length > MaxSample ? text[..MaxSample] : text;

    /// <summary>The gist of an error body: the title of an HTML page, a note for binary data, else the text on one line.</summary>
    public static string Of(string text)
    {
        var sample = Sample(text);
        if (sample.AsSpan().TrimStart().StartsWith("<"))
            sample = Title().Match(sample) is { Success: true } title ? title.Groups["title"].Value : Tag().Replace(Invisible().Replace(sample, " "), " ");
        if (LooksBinary(sample))
            return $"{text.Length} characters that are not text";

        var line = Whitespace().Replace(WebUtility.HtmlDecode(sample), " ").Trim();
        return line.Length <= MaxLength ? line : string.Concat(line.AsSpan(0, MaxLength).TrimEnd(), "…");
    }

    private static bool LooksBinary(string text)
    {
        var strange = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar || (Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)))
                strange++;
        }

        return strange * 20 > text.Length;
    }

    [GeneratedRegex(@"<title[^>]*>\s*(?<title>[^<]+?)\s*</title>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@"<(?<tag>script|style)\b.*?</\k<tag>\s*>", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Invisible();

    [GeneratedRegex(@"<[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[\s\p{C}]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whitespace();
}
