namespace PulumiNumbers.Carriers.Pools;

/// <summary>The least that makes a pool meet a goal. Pure: the same goal and content always give the same plan.</summary>
public sealed record PoolPlan
{
    /// <summary>The numbers to add, ascending.</summary>
    public required IReadOnlyList<Msisdn> Adds { get; init; }

    /// <summary>The numbers to remove, ascending. They go after the adds, so that a pool never runs dry on the way.</summary>
    public required IReadOnlyList<Msisdn> Removes { get; init; }

    /// <summary>True where the pool already meets the goal.</summary>
    public bool IsEmpty => Adds.Count == 0 && Removes.Count == 0;

    /// <summary>Plans the way from what a pool holds to the goal.</summary>
    public static PoolPlan Make(PoolGoal goal, IReadOnlySet<Msisdn> held)
    {
        ArgumentNullException.ThrowIfNull(goal);
        ArgumentNullException.ThrowIfNull(held);

        var disposable = goal.Authoritative ? held : goal.DeclaredBefore;
        return new PoolPlan
        {
            Adds = [.. goal.Desired.Where(number => !held.Contains(number)).Order()],
            Removes = [.. disposable.Where(number => held.Contains(number) && !goal.Desired.Contains(number)).Order()],
        };
    }
}
