using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Functions.ExclusiveNumbers;

/// <summary>The exclusive numbers of a PBX.</summary>
public sealed record GetExclusiveNumbersResult
{
    /// <summary>The numbers.</summary>
    [Property("The exclusive numbers, ordered by number.")]
    public required IReadOnlyList<ExclusiveNumberResult> Numbers { get; init; }
}
