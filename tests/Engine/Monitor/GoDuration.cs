using System.Globalization;
using System.Text.RegularExpressions;

namespace PulumiNumbers.Engine.Monitor;

/// <summary>Durations as Pulumi's options write them: <c>90s</c>, <c>5m</c>, <c>1h30m</c>.</summary>
internal static partial class GoDuration
{
    /// <summary>The seconds; 0 for an empty text.</summary>
    /// <exception cref="FormatException">It is no duration.</exception>
    public static double Seconds(string text)
    {
        if (text.Length == 0)
            return 0;
        if (!Whole().IsMatch(text))
            throw new FormatException($"'{text}' is not a duration such as 90s, 5m or 1h30m.");
        return Part().Matches(text).Sum(p => double.Parse(p.Groups["count"].Value, CultureInfo.InvariantCulture) * p.Groups["unit"].Value switch
        {
            "h" => 3600,
            "m" => 60,
            "ms" => 1e-3,
            "us" or "µs" => 1e-6,
            "ns" => 1e-9,
            _ => 1,
        });
    }

    [GeneratedRegex(@"^([0-9]+(\.[0-9]+)?(ns|us|µs|ms|s|m|h))+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Whole();

    [GeneratedRegex(@"(?<count>[0-9]+(\.[0-9]+)?)(?<unit>ns|us|µs|ms|s|m|h)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Part();
}
