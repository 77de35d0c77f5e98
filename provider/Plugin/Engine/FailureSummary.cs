using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Keeps failures readable: engines print each one, and every run prints them several times.</summary>
internal static class FailureSummary
{
    private const int MaxNamed = 10;

    /// <summary>The reason with the name of the property, for where it stands alone.</summary>
    public static string Describe(CheckFailure failure) =>
        failure.Path.IsRoot || failure.IsMissing ? failure.Reason : $"'{failure.Path}': {failure.Reason}";

    /// <summary>The first failures, and how many more there are; null where none was left out.</summary>
    public static (IEnumerable<CheckFailure> Named, string? Omitted) Limit(IReadOnlyList<CheckFailure> failures) => failures.Count > MaxNamed
        ? (failures.Take(MaxNamed), $"There are {failures.Count - MaxNamed} more problems in these inputs.")
        : (failures, null);

    /// <summary>The first failures in one line.</summary>
    public static string Join(IReadOnlyList<CheckFailure> failures)
    {
        var (named, rest) = Limit(failures);
        var text = string.Join(" ", named.Select(Describe));
        return rest is null ? text : $"{text} {rest}";
    }
}
