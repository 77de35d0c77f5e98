using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>
/// Takes secrets out of text that people will read: the credentials and tokens of one carrier account,
/// and user info and queries of URLs, which may hold anybody's.
/// </summary>
internal sealed partial class Redactor
{
    private const string Mask = "[secret]";

    // Replacing shorter ones would riddle ordinary words; no carrier issues any.
    private const int ShortestSecret = 4;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);

    /// <summary>Keeps <paramref name="secret"/>, as it is and URL-encoded, out of all text from now on.</summary>
    public void AddSecret(string? secret)
    {
        if (secret is null || secret.Length < ShortestSecret)
            return;
        lock (_lock)
        {
            _secrets.Add(secret);
            _secrets.Add(Uri.EscapeDataString(secret));
        }
    }

    /// <summary>Keeps the user info and the query of a URL out of all text from now on, encoded ones too.</summary>
    public void AddUrlSecrets(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return;
        AddSecret(address.UserInfo);
        AddSecret(address.UserInfo.Split(':', 2)[^1]);
        AddSecret(address.Query.TrimStart('?'));
    }

    /// <summary>The text cut down to one line without secrets.</summary>
    /// <remarks>Cleaned before it is cut, so that no half of a secret is left at the end; and after, because decoding may bring one out.</remarks>
    public string Summarize(string text) => Redact(ErrorSummary.From(Redact(ErrorSummary.Excerpt(text))));

    /// <summary>The text without secrets.</summary>
    public string Redact(string text)
    {
        string[] secrets;
        lock (_lock)
            secrets = [.. _secrets.OrderByDescending(secret => secret.Length)];

        foreach (var secret in secrets)
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        text = UserInfo().Replace(text, $"${{scheme}}{Mask}@");
        text = Query().Replace(text, $"${{address}}?{Mask}");
        return Credentials().Replace(text, $"${{scheme}} {Mask}");
    }

    [GeneratedRegex(@"(?<scheme>[a-z][a-z0-9+.-]*://)[^/\s?#""'<>]*@", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UserInfo();

    [GeneratedRegex(@"(?<address>[a-z][a-z0-9+.-]*://[^\s?""'<>]*)\?[^\s""'<>]*", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Query();

    [GeneratedRegex(@"\b(?<scheme>Bearer|Basic)\s+[A-Za-z0-9._~+/=-]{8,}", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Credentials();
}

/// <summary>Cuts what a server sent down to one readable line.</summary>
internal static partial class ErrorSummary
{
    private const int MaxLength = 300;
    private const int MaxExcerpt = 16 * MaxLength;

    /// <summary>As much of a text as matters for its summary.</summary>
    public static string Excerpt(string text) => text.Length > MaxExcerpt ? text[..MaxExcerpt] : text;

    /// <summary>One line of an error body: the title of an HTML page, a note for binary data, else the text on one line.</summary>
    public static string From(string text)
    {
        var excerpt = Excerpt(text);
        if (excerpt.AsSpan().TrimStart().StartsWith("<"))
            excerpt = Title().Match(excerpt) is { Success: true } title ? title.Groups["title"].Value : Tag().Replace(Invisible().Replace(excerpt, " "), " ");
        if (LooksBinary(excerpt))
            return $"{text.Length} characters that are not text";

        var line = Whitespace().Replace(WebUtility.HtmlDecode(excerpt), " ").Trim();
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
