using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>How patient and how parallel a reconciliation is.</summary>
public sealed record PoolReconcilerOptions
{
    /// <summary>How many batches are under way at once.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>How often one number is tried where its failure may pass, and how often one listing is.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>The waits between attempts. A carrier that asks for a longer one gets it, up to <see cref="LongestWait"/>.</summary>
    public Backoff Backoff { get; init; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));

    /// <summary>The longest wait that a carrier's <c>Retry-After</c> is granted.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a number is tried again of which the pool service says that the account does not own it: it may have been bought
    /// moments ago. Zero: not at all.
    /// </summary>
    public TimeSpan SubscriptionWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long requests under way may still take after a cancellation.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long after that the final look at the pool may take. Engines kill a plugin 5 s after they interrupt it.</summary>
    public TimeSpan FinalLook { get; init; } = TimeSpan.FromSeconds(1.5);
}
