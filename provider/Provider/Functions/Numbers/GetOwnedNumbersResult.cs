using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Functions.Numbers;

/// <summary>The numbers of an account.</summary>
public sealed record GetOwnedNumbersResult
{
    /// <summary>The numbers.</summary>
    [Property("The account's numbers, in ascending order.")]
    public required IReadOnlyList<OwnedNumberResult> Numbers { get; init; }
}
