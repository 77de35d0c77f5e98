namespace PulumiNumbers.Plugin.Model;

/// <summary>Helps with names that do not exist.</summary>
internal static class Suggestion
{
    /// <summary>Says that a property does not exist, and which one may have been meant.</summary>
    public static string ForUnknown(string name, IReadOnlyCollection<string> known) =>
        Nearest(name, known) is { } nearest
            ? $"There is no property '{name}' here; did you mean '{nearest}'?"
            : $"There is no property '{name}' here; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.";

    /// <summary>The known name that a typing mistake away; null where none is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var limit = Math.Max(2, name.Length / 3);
        return known
            .Where(candidate => Math.Abs(candidate.Length - name.Length) <= limit)
            .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= limit)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>The number of single-character edits between two words (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        var current = new int[to.Length + 1];
        for (var i = 1; i <= from.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var substitution = previous[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                current[j] = Math.Min(substitution, Math.Min(previous[j], current[j - 1]) + 1);
            }
            (previous, current) = (current, previous);
        }
        return previous[to.Length];
    }
}
