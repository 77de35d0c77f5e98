using System.Text.RegularExpressions;

namespace PulumiNumbers.Carriers.Http;

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
    public void Hide(string? secret)
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
    public void HideUrl(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return;
        Hide(address.UserInfo);
        Hide(address.UserInfo.Split(':', 2)[^1]);
        Hide(address.Query.TrimStart('?'));
    }

    /// <summary>The text cut down to one line without secrets.</summary>
    /// <remarks>Cleaned before it is cut, so that no half of a secret is left at the end; and after, because decoding may bring one out.</remarks>
    public string Gist(string text) => Clean(OneLine.Of(Clean(OneLine.Sample(text))));

    /// <summary>The text without secrets.</summary>
    public string Clean(string text)
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
