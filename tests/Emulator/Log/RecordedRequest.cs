using System.Text.RegularExpressions;

namespace PulumiNumbers.Emulator.Log;

/// <summary>One request to a carrier and what came of it.</summary>
public sealed record RecordedRequest
{
    /// <summary>Position in the log, from 1; requests are numbered as they arrive.</summary>
    public required long Sequence { get; init; }

    /// <summary>The trace id that the response carries where the carrier's responses carry one.</summary>
    public required string TraceId { get; init; }

    /// <summary>When it arrived, on the emulator's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>One of <see cref="CarrierNames"/>.</summary>
    public required string Carrier { get; init; }

    /// <summary>One of <see cref="Operations"/>; null where the carrier has no such operation.</summary>
    public string? Operation { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path below the carrier's base, unescaped.</summary>
    public required string Path { get; init; }

    /// <summary>The query as it came, with its question mark: what a client puts into an address is not redacted.</summary>
    public required string Query { get; init; }

    /// <summary>
    /// What kind of credentials came along, never which: <c>Basic</c>, <c>Bearer</c> or <c>X-Api-Key</c>; null: none.
    /// </summary>
    public string? Credentials { get; init; }

    /// <summary>The account that the credentials opened; null: none.</summary>
    public string? Account { get; init; }

    /// <summary>The body's media type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The body, form or JSON, with the values of credentials redacted.</summary>
    public string Body { get; init; } = "";

    /// <summary>HTTP status of the response; null while running and after a reset.</summary>
    public int? Status { get; init; }

    /// <summary>The fault that struck it, if one did.</summary>
    public string? Fault { get; init; }

    /// <summary>What it changed, such as <c>bought GB 447700900200</c>.</summary>
    public IReadOnlyList<string> Effects { get; init; } = [];

    /// <summary>How it ended.</summary>
    public RequestOutcome Outcome { get; init; }

    /// <summary>Whether path, query or body hold the number, not as a part of a longer one.</summary>
    internal bool Names(string number) => Holds(Path, number) || Holds(Query, number) || Holds(Body, number);

    private static bool Holds(string text, string number)
    {
        for (var at = text.IndexOf(number, StringComparison.Ordinal); at >= 0; at = text.IndexOf(number, at + 1, StringComparison.Ordinal))
        {
            var end = at + number.Length;
            if ((at == 0 || !char.IsAsciiDigit(text[at - 1])) && (end == text.Length || !char.IsAsciiDigit(text[end])))
                return true;
        }

        return false;
    }
}

/// <summary>How a request ended.</summary>
public enum RequestOutcome
{
    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>A response went out, whole.</summary>
    Answered,

    /// <summary>A fault cut the connection.</summary>
    Reset,

    /// <summary>The client hung up first.</summary>
    Abandoned,
}

/// <summary>Takes the values of credentials out of a request's body.</summary>
internal static partial class Redaction
{
    private const string Names = "client_secret|api_secret|api_key|password|refresh_token|access_token";

    public static string Apply(string body) =>
        InJson().Replace(InForm().Replace(body, "${name}[redacted]"), "${name}\"[redacted]\"");

    [GeneratedRegex($"(?<name>(^|&)({Names})=)[^&]*", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InForm();

    [GeneratedRegex($@"(?<name>""({Names})""\s*:\s*)""([^""\\]|\\.)*""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InJson();
}
