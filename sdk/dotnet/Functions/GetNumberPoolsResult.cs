using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>What <see cref="GetNumberPools"/> answers.</summary>
[OutputType]
public sealed class GetNumberPoolsResult
{
    /// <summary>The pools, ordered by id.</summary>
    public readonly ImmutableArray<Outputs.Pool> Pools;

    [OutputConstructor]
    private GetNumberPoolsResult(
        ImmutableArray<Outputs.Pool> pools)
    {
        Pools = pools;
    }
}
