using System.Text.RegularExpressions;

namespace PulumiNumbers.Emulator.Log;

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
