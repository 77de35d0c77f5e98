using System.Collections.Frozen;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>What one membership wants of a pool.</summary>
public sealed record DesiredPool
{
    /// <summary>Which pool.</summary>
    public required PoolAddress Pool { get; init; }

    /// <summary>The numbers that the pool is to hold.</summary>
    public required IReadOnlySet<PoolNumber> Declared { get; init; }

    /// <summary>
    /// What this membership declared or last saw in the pool. Those that are still declared are left as they are, those that are not are removed.
    /// </summary>
    public IReadOnlySet<PoolNumber> PreviouslyDeclared { get; init; } = FrozenSet<PoolNumber>.Empty;

    /// <summary>Whether the pool is to hold nothing else: also numbers that were never declared are removed.</summary>
    public bool RemovesOthers { get; init; }
}

/// <summary>The fewest changes that bring a pool to what is desired. Pure: the same desire and content always give the same plan.</summary>
public sealed record PoolPlan
{
    /// <summary>The numbers to add, ascending.</summary>
    public required IReadOnlyList<PoolNumber> Adds { get; init; }

    /// <summary>The numbers to remove, ascending. They go after the adds, so that a pool is never short of numbers on the way.</summary>
    public required IReadOnlyList<PoolNumber> Removes { get; init; }

    /// <summary>True where nothing is to be done.</summary>
    public bool IsEmpty => Adds.Count == 0 && Removes.Count == 0;

    /// <summary>Plans the changes from what a pool holds.</summary>
    public static PoolPlan From(DesiredPool desired, IReadOnlySet<PoolNumber> held)
    {
        ArgumentNullException.ThrowIfNull(desired);
        ArgumentNullException.ThrowIfNull(held);

        var removable = desired.RemovesOthers ? held : desired.PreviouslyDeclared;
        return new PoolPlan
        {
            Adds = [.. desired.Declared.Where(number => !held.Contains(number) && !desired.PreviouslyDeclared.Contains(number)).Order()],
            Removes = [.. removable.Where(number => held.Contains(number) && !desired.Declared.Contains(number)).Order()],
        };
    }
}
