using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>What <see cref="GetNumberPools"/> answers.</summary>
[OutputType]
public sealed class GetNumberPoolsResult
{
    /// <summary>The pools, ordered by id.</summary>
    public readonly ImmutableArray<Outputs.PoolResult> Pools;

    [OutputConstructor]
    private GetNumberPoolsResult(
        ImmutableArray<Outputs.PoolResult> pools)
    {
        Pools = pools;
    }
}
