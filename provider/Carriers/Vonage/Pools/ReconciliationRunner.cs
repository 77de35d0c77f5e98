using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>Carries out one plan: batches side by side, rounds for what is worth sending again, a fresh listing for what is indeterminate.</summary>
internal sealed class ReconciliationRunner(
    ReconciliationState state,
    INumberPoolsClient client,
    ISubscriptionLookup? subscriptions,
    PoolAddress pool,
    PoolReconcilerOptions options,
    TimeProvider time,
    IProgress<PoolProgress>? progress,
    GracefulCancellation requests,
    GracefulCancellation finalListing)
{
    /// <summary>Whether nothing new may be begun.</summary>
    public bool MustEnd => state.StopReason is not null || requests.Requested.IsCancellationRequested;

    /// <summary>Moves the numbers in one direction until each is there, rejected or out of retries.</summary>
    public async Task RunAsync(PoolChange change, IReadOnlyList<PoolNumber> numbers)
    {
        var budget = new RetryBudget(options, time);
        for (var round = 1; numbers.Count > 0 && !MustEnd; round++)
        {
            var items = await SendAsync(change, numbers);
            if (state.NeedsListing)
                await ListAgainAsync();

            BatchItem[] open = [.. items.Where(item =>
                item.Status is not (BatchItemStatus.Succeeded or BatchItemStatus.Cancelled) && !change.IsSatisfied(item.Number, state.Held))];
            await budget.LearnOwnedAsync(open, subscriptions, requests.Requested);
            var retried = open.ToLookup(budget.TryConsume);
            foreach (var _ in retried[false])
                state.CountFailure();

            BatchItem[] again = [.. retried[true]];
            Report(again, budget);
            if (again.Length > 0 && !MustEnd)
                await WaitAsync(again, round, budget);
            numbers = [.. again.Select(item => item.Number)];
        }
    }

    /// <summary>Lists the pool once more where anything failed since it was last listed.</summary>
    public async Task ReadBackAsync()
    {
        if (state.NeedsReadBack)
            await ListAgainAsync();
    }

    private async Task<IReadOnlyCollection<BatchItem>> SendAsync(PoolChange change, IReadOnlyList<PoolNumber> numbers)
    {
        var sender = new BatchSender(change);
        var items = new List<BatchItem>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism, CancellationToken = CancellationToken.None };
        await Parallel.ForEachAsync(change.ToBatches(numbers), parallel, async (batch, _) =>
        {
            if (MustEnd)
                return;

            var result = await sender.SendAsync(batch, requests.Forced);
            lock (items)
                items.AddRange(result.Items);
            state.Record(change, result);
            progress?.Report(state.Progress());
        });
        return items;
    }

    private async Task ListAgainAsync()
    {
        try
        {
            state.ReplaceWithListing(await client.ListNumbersAsync(pool, finalListing.Forced));
        }
        catch (CarrierException missing) when (missing.Kind == CarrierErrorKind.NotFound)
        {
            state.Stop(missing);
            state.ReplaceWithListing([]);
        }
        catch (CarrierException exception)
        {
            state.Stop(exception);
        }
        catch (OperationCanceledException) when (requests.Requested.IsCancellationRequested)
        {
            // The grace is over: the state keeps naming the numbers that are indeterminate.
        }
    }

    private async Task WaitAsync(IReadOnlyList<BatchItem> again, int round, RetryBudget budget)
    {
        var wait = options.Backoff.After(round);
        if (again.All(item => item.Status == BatchItemStatus.NotProvisionedYet) && budget.SubscriptionWaitLeft < wait)
            wait = budget.SubscriptionWaitLeft;

        try
        {
            await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, time, requests.Requested);
        }
        catch (OperationCanceledException) when (requests.Requested.IsCancellationRequested)
        {
            // Nothing is under way: the caller's loop ends.
        }
    }

    private void Report(IReadOnlyList<BatchItem> again, RetryBudget budget)
    {
        var awaited = again.Count(item => item.Status == BatchItemStatus.NotProvisionedYet);
        progress?.Report(state.Progress() with { Awaited = awaited, AwaitedFor = awaited == 0 ? TimeSpan.Zero : budget.SubscriptionWaitLeft });
    }

    /// <summary>
    /// How often and how long each number is sent again: a bounded number of rounds where it failed by itself or its response was lost, a bounded
    /// time where the account rents it and the pool service does not know it yet.
    /// </summary>
    private sealed class RetryBudget(PoolReconcilerOptions options, TimeProvider time)
    {
        private readonly Dictionary<PoolNumber, int> _retries = [];
        private readonly HashSet<PoolNumber> _looked = [];
        private readonly HashSet<PoolNumber> _owned = [];
        private readonly DateTimeOffset _knownBy = time.GetUtcNow() + options.SubscriptionWait;

        public TimeSpan SubscriptionWaitLeft => _knownBy - time.GetUtcNow();

        /// <summary>Finds out, once per number, whether the account rents those that the pool service does not know.</summary>
        public async Task LearnOwnedAsync(IReadOnlyList<BatchItem> items, ISubscriptionLookup? subscriptions, CancellationToken cancellationToken)
        {
            if (subscriptions is null || SubscriptionWaitLeft <= TimeSpan.Zero)
                return;
            Msisdn[] unknown =
            [
                .. items.Where(item => item.Status == BatchItemStatus.NotProvisionedYet && _looked.Add(item.Number))
                    .Select(item => item.Number.Msisdn).OfType<Msisdn>(),
            ];
            if (unknown.Length == 0)
                return;

            try
            {
                _owned.UnionWith((await subscriptions.FindOwnedAsync(unknown, cancellationToken)).Select(PoolNumber.From));
            }
            catch (CarrierException)
            {
                // Without the list of owned numbers nothing speaks for waiting.
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // Nothing is sent again after a cancellation.
            }
        }

        public bool TryConsume(BatchItem item)
        {
            switch (item.Status)
            {
                case BatchItemStatus.NotProvisionedYet:
                    return _owned.Contains(item.Number) && SubscriptionWaitLeft > TimeSpan.Zero;
                case BatchItemStatus.Retryable or BatchItemStatus.Indeterminate:
                    var retries = _retries.GetValueOrDefault(item.Number) + 1;
                    _retries[item.Number] = retries;
                    return retries <= options.MaxRetries;
                default:
                    return false;
            }
        }
    }
}
