using System.Collections.Frozen;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>
/// Makes a pool hold a declared set of numbers, whatever happens on the way, and says exactly how far it came.
/// </summary>
/// <remarks>
/// Adding comes before removing. Only what may succeed on a retry is retried, and only for the numbers that failed. An answer that never
/// came is settled by listing the pool, not by guessing. Where nothing goes wrong, N additions cost one listing and ⌈N/50⌉ requests.
/// </remarks>
public sealed class PoolReconciler(INumberPoolsClient client, PoolReconcilerOptions options, TimeProvider time)
{
    private readonly PoolLister _lister = new(client, options, time);

    /// <summary>Brings the pool to the goal, or as near as the carrier lets it.</summary>
    /// <param name="goal">What the pool shall hold.</param>
    /// <param name="progress">Hears after every batch; from any thread.</param>
    /// <param name="cancellationToken">Begins nothing new once cancelled; what is under way is finished and reported.</param>
    /// <returns>Everything that happened: partial success, a stop half-way and a cancellation are answers, not exceptions.</returns>
    /// <exception cref="CarrierException">The pool could not be listed at the start, so nothing was done. Kind <see cref="CarrierErrorKind.NotFound"/>: there is no such pool.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was done.</exception>
    public async Task<PoolReconciliation> ReconcileAsync(PoolGoal goal, IProgress<PoolProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(goal);

        var held = await _lister.ListAsync(goal.Pool, cancellationToken);
        var plan = PoolPlan.Make(goal, held);
        var ledger = new PoolLedger(goal, plan, held);
        if (plan.IsEmpty)
            return ledger.Conclude(withhold: false, cancelled: false);

        using var grace = new GracefulCancellation(options.CancellationGrace, time, cancellationToken);
        using var look = new GracefulCancellation(options.CancellationGrace + options.FinalLook, time, cancellationToken);
        var run = new PoolRun(ledger, _lister, goal.Pool, options, time, progress, grace, look);
        await run.ChangeAsync(new PoolAddition(client, goal.Pool), plan.Adds);

        var withhold = !run.MustEnd && ledger.WouldRunDry;
        if (!withhold)
            await run.ChangeAsync(new PoolRemoval(client, goal.Pool), plan.Removes);

        await run.ReadBackAsync();
        return ledger.Conclude(withhold, cancellationToken.IsCancellationRequested);
    }

    /// <summary>Takes numbers out of a pool and leaves all others alone. A pool that is gone holds none of them: done.</summary>
    /// <param name="pool">Which pool.</param>
    /// <param name="numbers">The numbers that shall go.</param>
    /// <param name="progress">Hears after every batch; from any thread.</param>
    /// <param name="cancellationToken">Begins nothing new once cancelled; what is under way is finished and reported.</param>
    /// <exception cref="CarrierException">The pool could not be listed at the start, so nothing was done.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was done.</exception>
    public async Task<PoolReconciliation> RemoveAsync(
        PoolAddress pool, IReadOnlySet<Msisdn> numbers, IProgress<PoolProgress>? progress, CancellationToken cancellationToken)
    {
        var goal = new PoolGoal { Pool = pool, Desired = FrozenSet<Msisdn>.Empty, Authoritative = false, DeclaredBefore = numbers };
        try
        {
            return await ReconcileAsync(goal, progress, cancellationToken);
        }
        catch (CarrierException gone) when (gone.Kind == CarrierErrorKind.NotFound)
        {
            return new PoolReconciliation { Goal = goal, Held = FrozenSet<Msisdn>.Empty, Added = [], Removed = [] };
        }
    }

    /// <summary>All that the pool holds now.</summary>
    /// <exception cref="CarrierException">The pool could not be listed. Kind <see cref="CarrierErrorKind.NotFound"/>: there is no such pool.</exception>
    public async Task<IReadOnlySet<Msisdn>> ListAsync(PoolAddress pool, CancellationToken cancellationToken) =>
        await _lister.ListAsync(pool, cancellationToken);
}
