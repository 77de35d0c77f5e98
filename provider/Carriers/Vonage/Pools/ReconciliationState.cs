namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>
/// What is known in the course of one run: what the pool holds, and each number's last failure. Batches record from several threads;
/// everything else is called between rounds.
/// </summary>
internal sealed class ReconciliationState(DesiredPool desired, PoolPlan plan, IEnumerable<PoolNumber> held)
{
    private readonly Lock _lock = new();
    private readonly HashSet<PoolNumber> _sent = [];
    private readonly HashSet<PoolNumber> _indeterminate = [];
    private readonly Dictionary<PoolNumber, NumberFailure> _failures = [];
    private readonly HashSet<PoolNumber> _adds = [.. plan.Adds];
    private HashSet<PoolNumber> _held = [.. held];
    private bool _dirty;
    private int _added;
    private int _removed;
    private int _failed;

    public IReadOnlySet<PoolNumber> Held => _held;

    /// <summary>Why no further batch is sent.</summary>
    public CarrierException? StopReason { get; private set; }

    /// <summary>Whether some response left open what the pool now holds.</summary>
    public bool NeedsListing => _indeterminate.Count > 0;

    /// <summary>Whether anything failed since the pool was last listed.</summary>
    public bool NeedsReadBack => NeedsListing || (_dirty && (_failures.Count > 0 || StopReason is not null));

    /// <summary>The planned additions that the pool does not hold.</summary>
    public int MissingAdds => plan.Adds.Count(number => !_held.Contains(number));

    public void Record(PoolChange change, BatchResult result)
    {
        lock (_lock)
        {
            if (result.Stop is not null)
                Stop(result.Stop);

            foreach (var (number, status, failure) in result.Items)
            {
                if (status == BatchItemStatus.Cancelled)
                {
                    _indeterminate.Add(number);
                    continue;
                }

                _sent.Add(number);
                if (status == BatchItemStatus.Succeeded)
                    MarkSucceeded(change, number);
                else
                    MarkFailed(number, status, failure!);
            }
        }
    }

    /// <summary>Counts a number as failed for good.</summary>
    public void CountFailure() => _failed++;

    /// <summary>Ends the run. The first reason stands: later ones follow from it.</summary>
    public void Stop(CarrierException reason)
    {
        StopReason ??= reason;
        _dirty = true;
    }

    /// <summary>Takes a fresh listing for the truth.</summary>
    public void ReplaceWithListing(IEnumerable<PoolNumber> listing)
    {
        _held = [.. listing];
        _indeterminate.Clear();
        _dirty = false;
        foreach (var done in plan.Adds.Where(_held.Contains).Concat(plan.Removes.Where(number => !_held.Contains(number))))
            _failures.Remove(done);
        _added = plan.Adds.Count(_held.Contains);
        _removed = plan.Removes.Count(number => !_held.Contains(number));
    }

    public PoolProgress Progress()
    {
        lock (_lock)
        {
            return new PoolProgress
            {
                Added = _added,
                ToAdd = plan.Adds.Count,
                Removed = _removed,
                ToRemove = plan.Removes.Count,
                Failed = _failed,
            };
        }
    }

    public PoolReconciliation BuildResult(IReadOnlyList<PoolNumber> heldBack, bool cancelled)
    {
        List<PoolNumber> notAttempted = [];
        var addFailures = Failures(plan.Adds.Where(number => !_held.Contains(number)), notAttempted);
        PoolNumber[] stillHeldBack = [.. heldBack.Where(_held.Contains)];
        var removeFailures = Failures(plan.Removes.Except(stillHeldBack).Where(_held.Contains), notAttempted);
        return new PoolReconciliation
        {
            Desired = desired,
            Held = _held,
            Added = [.. plan.Adds.Where(_held.Contains)],
            Removed = [.. plan.Removes.Where(number => !_held.Contains(number))],
            AddFailures = addFailures,
            RemoveFailures = removeFailures,
            NotAttempted = notAttempted,
            HeldBack = stillHeldBack,
            Indeterminate = _indeterminate,
            Stop = StopReason,
            Cancelled = cancelled && notAttempted.Count + addFailures.Count + removeFailures.Count > 0,
        };
    }

    private void MarkSucceeded(PoolChange change, PoolNumber number)
    {
        change.Apply(number, _held);
        _failures.Remove(number);
        _indeterminate.Remove(number);
        if (_adds.Contains(number))
            _added++;
        else
            _removed++;
    }

    private void MarkFailed(PoolNumber number, BatchItemStatus status, NumberFailure failure)
    {
        _failures[number] = failure;
        _dirty = true;
        if (status == BatchItemStatus.Indeterminate)
            _indeterminate.Add(number);
    }

    private List<NumberFailure> Failures(IEnumerable<PoolNumber> open, List<PoolNumber> notAttempted)
    {
        List<NumberFailure> failures = [];
        foreach (var number in open)
        {
            if (_failures.TryGetValue(number, out var failure))
                failures.Add(failure);
            else if (_sent.Contains(number))
                failures.Add(new NumberFailure { Number = number, CarrierMessage = "the carrier accepted the change, but the pool does not show it" });
            else
                notAttempted.Add(number);
        }

        return failures;
    }
}
