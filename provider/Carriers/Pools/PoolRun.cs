using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>Carries out one plan: batches side by side, rounds of retries for what may pass, a fresh listing for what is in doubt.</summary>
internal sealed class PoolRun(
    PoolLedger ledger,
    PoolLister lister,
    PoolAddress pool,
    PoolReconcilerOptions options,
    TimeProvider time,
    IProgress<PoolProgress>? progress,
    GracefulCancellation grace,
    GracefulCancellation look)
{
    /// <summary>Whether nothing new may be begun.</summary>
    public bool MustEnd => ledger.Stop is not null || grace.Requested.IsCancellationRequested;

    /// <summary>Moves the numbers in one direction until each is there, refused or out of retries.</summary>
    public async Task ChangeAsync(IPoolChange change, IReadOnlyList<Msisdn> numbers)
    {
        var budget = new RetryBudget(options, time);
        for (var round = 1; numbers.Count > 0 && !MustEnd; round++)
        {
            var results = await SendAsync(change, numbers);
            if (ledger.NeedsSettling)
                await ListAgainAsync();

            var left = results.SelectMany(result => result.Fates)
                .Where(fate => fate.Fate is not (Fate.Done or Fate.Abandoned) && !change.IsDone(fate.Number, ledger.Held))
                .ToLookup(budget.Grants);
            foreach (var _ in left[false])
                ledger.Invalidate();

            List<NumberFate> again = [.. left[true]];
            Report(again, budget);
            if (again.Count > 0 && !MustEnd)
                await WaitAsync(again, results.Max(result => result.RetryAfter), round, budget);
            numbers = [.. again.Select(fate => fate.Number)];
        }
    }

    /// <summary>Lists the pool once more where something went wrong since it was last listed.</summary>
    public async Task ReadBackAsync()
    {
        if (ledger.NeedsReadingBack)
            await ListAgainAsync();
    }

    private async Task<IReadOnlyCollection<BatchResult>> SendAsync(IPoolChange change, IReadOnlyList<Msisdn> numbers)
    {
        var sender = new BatchSender(change);
        var results = new List<BatchResult>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = CancellationToken.None };
        await Parallel.ForEachAsync(numbers.Chunk(NumberPoolsLimits.NumbersPerBatch), parallel, async (batch, _) =>
        {
            if (MustEnd)
                return;

            var result = await sender.SendAsync(batch, grace.Forced);
            lock (results)
                results.Add(result);
            ledger.Record(change, result);
            progress?.Report(ledger.Progress());
        });
        return results;
    }

    private async Task ListAgainAsync()
    {
        try
        {
            ledger.Restate(await lister.ListAsync(pool, look.Forced));
        }
        catch (CarrierException gone) when (gone.Kind == CarrierErrorKind.NotFound)
        {
            ledger.Halt(gone);
            ledger.Restate([]);
        }
        catch (CarrierException exception)
        {
            ledger.Halt(exception);
        }
        catch (OperationCanceledException) when (grace.Requested.IsCancellationRequested)
        {
            // The grace is over: the ledger keeps naming the numbers that are in doubt.
        }
    }

    private async Task WaitAsync(IReadOnlyList<NumberFate> again, TimeSpan? asked, int round, RetryBudget budget)
    {
        var wait = options.Backoff.After(round);
        if (asked > wait)
            wait = asked < options.LongestWait ? asked.Value : options.LongestWait;
        if (again.All(fate => fate.Fate == Fate.NotYetKnown) && budget.SubscriptionWaitLeft < wait)
            wait = budget.SubscriptionWaitLeft;

        try
        {
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, grace.Requested);
        }
        catch (OperationCanceledException) when (grace.Requested.IsCancellationRequested)
        {
            // Nothing is under way: the caller's loop ends.
        }
    }

    private void Report(IReadOnlyList<NumberFate> again, RetryBudget budget)
    {
        var awaited = again.Count(fate => fate.Fate == Fate.NotYetKnown);
        progress?.Report(ledger.Progress() with { Awaited = awaited, AwaitedFor = awaited == 0 ? TimeSpan.Zero : budget.SubscriptionWaitLeft });
    }
}
