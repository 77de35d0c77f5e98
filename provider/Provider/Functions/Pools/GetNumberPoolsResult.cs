using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>The pools of an account.</summary>
public sealed record GetNumberPoolsResult
{
    /// <summary>The pools.</summary>
    [Property("The pools, ordered by id.")]
    public required IReadOnlyList<PoolResult> Pools { get; init; }
}
