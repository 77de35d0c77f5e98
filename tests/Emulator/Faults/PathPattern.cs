using System.Text.RegularExpressions;

namespace PulumiNumbers.Emulator.Faults;

/// <summary>A path with <c>*</c> for any part of a segment and <c>**</c> for anything.</summary>
internal static class PathPattern
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    public static Regex Compile(string pattern) => new(
        "^" + Regex.Escape(pattern)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$",
        RegexOptions.CultureInvariant,
        MatchTimeout);
}
