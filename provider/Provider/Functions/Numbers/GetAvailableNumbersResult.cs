using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Functions.Numbers;

/// <summary>The numbers on offer that were asked for.</summary>
public sealed record GetAvailableNumbersResult
{
    /// <summary>The numbers.</summary>
    [Property("The numbers on offer, in ascending order.")]
    public required IReadOnlyList<AvailableNumberResult> Numbers { get; init; }
}
