using System.Collections.Frozen;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>How patient and how parallel a reconciliation is.</summary>
public sealed record PoolReconcilerOptions
{
    /// <summary>How many batches are under way at once.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>
    /// How often a number is sent again that failed by itself or whose response was lost. The same setting as the transport's, which repeats
    /// requests that were not carried out; 0 sends every number once.
    /// </summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>The waits between rounds.</summary>
    public Backoff Backoff { get; init; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));

    /// <summary>
    /// How long a number is sent again that the account rents but the pool service does not know yet: it was bought
    /// moments ago. Zero: not at all.
    /// </summary>
    public TimeSpan SubscriptionWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long requests under way may still take after a cancellation.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long after that the final listing may take. Engines kill a plugin 5 s after they interrupt it.</summary>
    public TimeSpan FinalListing { get; init; } = TimeSpan.FromSeconds(1.5);
}

/// <summary>Tells which numbers the account rents, so that waiting until the pool service knows them makes sense.</summary>
public interface ISubscriptionLookup
{
    /// <summary>Those of the numbers that were bought in this run or are found among the owned ones.</summary>
    Task<IReadOnlySet<Msisdn>> FindOwnedAsync(IReadOnlyCollection<Msisdn> numbers, CancellationToken cancellationToken);
}

/// <summary>
/// Brings a pool to hold a declared set of numbers, whatever fails on the way, and reports exactly how far it came.
/// </summary>
/// <remarks>
/// Adding comes before removing, and as many removals are held back as additions failed. Only numbers that failed are sent again, and only
/// where that may succeed. A lost response is resolved by listing the pool. Where nothing fails, N additions cost one listing and ⌈N/50⌉ requests.
/// </remarks>
/// <param name="client">The Number Pools API.</param>
/// <param name="subscriptions">Tells which numbers are worth waiting for; null for none.</param>
/// <param name="options">How patient and how parallel.</param>
/// <param name="time">The clock.</param>
public sealed class PoolReconciler(INumberPoolsClient client, ISubscriptionLookup? subscriptions, PoolReconcilerOptions options, TimeProvider time)
{
    /// <summary>Brings the pool to what is desired, or as near as the carrier lets it.</summary>
    /// <param name="desired">What the pool is to hold.</param>
    /// <param name="progress">Reported to after every batch; from any thread.</param>
    /// <param name="cancellationToken">Begins nothing new once cancelled; what is under way is finished and reported.</param>
    /// <returns>Everything that happened: partial success, a stop half-way and a cancellation are results, not exceptions.</returns>
    /// <exception cref="CarrierException">The pool could not be listed at the start, so nothing was done. Kind <see cref="CarrierErrorKind.NotFound"/>: there is no such pool.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was done.</exception>
    public async Task<PoolReconciliation> ReconcileAsync(DesiredPool desired, IProgress<PoolProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(desired);

        var held = await client.ListNumbersAsync(desired.Pool, cancellationToken);
        var plan = PoolPlan.From(desired, held);
        var state = new ReconciliationState(desired, plan, held);
        if (plan.IsEmpty)
            return state.BuildResult([], cancelled: false);

        using var requests = new GracefulCancellation(options.CancellationGrace, time, cancellationToken);
        using var finalListing = new GracefulCancellation(options.CancellationGrace + options.FinalListing, time, cancellationToken);
        var runner = new ReconciliationRunner(state, client, subscriptions, desired.Pool, options, time, progress, requests, finalListing);
        await runner.RunAsync(new PoolAddition(client, desired.Pool), plan.Adds);

        IReadOnlyList<PoolNumber> heldBack = runner.MustEnd ? [] : [.. plan.Removes.TakeLast(state.MissingAdds)];
        await runner.RunAsync(new PoolRemoval(client, desired.Pool), [.. plan.Removes.SkipLast(heldBack.Count)]);

        await runner.ReadBackAsync();
        return state.BuildResult(heldBack, cancellationToken.IsCancellationRequested);
    }

    /// <summary>Takes numbers out of a pool and leaves all others alone. A pool that is missing holds none of them: done.</summary>
    /// <param name="pool">Which pool.</param>
    /// <param name="numbers">The numbers to remove.</param>
    /// <param name="progress">Reported to after every batch; from any thread.</param>
    /// <param name="cancellationToken">Begins nothing new once cancelled; what is under way is finished and reported.</param>
    /// <exception cref="CarrierException">The pool could not be listed at the start, so nothing was done.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was done.</exception>
    public Task<PoolReconciliation> RemoveAsync(
        PoolAddress pool, IReadOnlySet<PoolNumber> numbers, IProgress<PoolProgress>? progress, CancellationToken cancellationToken) =>
        ReconcileAsync(
            new DesiredPool { Pool = pool, Declared = FrozenSet<PoolNumber>.Empty, PreviouslyDeclared = numbers }, progress, cancellationToken);
}
