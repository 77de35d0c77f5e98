using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>The numbers that a pool holds.</summary>
public sealed record GetPoolNumbersResult
{
    /// <summary>The numbers.</summary>
    [Property("The numbers that the pool holds, as digits, in ascending order.")]
    public required IReadOnlyList<Msisdn> Numbers { get; init; }
}
