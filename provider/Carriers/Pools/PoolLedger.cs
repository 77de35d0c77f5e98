using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>
/// The books of one run: what the pool holds as far as known, and each number's last problem. Batches report from several threads;
/// everything else is called between rounds.
/// </summary>
internal sealed class PoolLedger(PoolGoal goal, PoolPlan plan, HashSet<Msisdn> held)
{
    private readonly Lock _lock = new();
    private readonly HashSet<Msisdn> _tried = [];
    private readonly HashSet<Msisdn> _unsettled = [];
    private readonly Dictionary<Msisdn, NumberFailure> _problems = [];
    private readonly HashSet<Msisdn> _planned = [.. plan.Adds];
    private HashSet<Msisdn> _held = held;
    private bool _suspicious;
    private int _added;
    private int _removed;
    private int _givenUp;

    public IReadOnlySet<Msisdn> Held => _held;

    /// <summary>Why no further batch should be sent.</summary>
    public CarrierException? Stop { get; private set; }

    /// <summary>Whether some answer left open what the pool now holds.</summary>
    public bool NeedsSettling => _unsettled.Count > 0;

    /// <summary>Whether anything went wrong since the pool was last listed, and is not known to have come right.</summary>
    public bool NeedsReadingBack => NeedsSettling || (_suspicious && (_problems.Count > 0 || Stop is not null));

    /// <summary>Whether removing would take the last number away from a pool into which none of the desired ones could be brought.</summary>
    public bool WouldRunDry => plan.Adds.Count > 0 && !goal.Desired.Overlaps(_held);

    public void Record(IPoolChange change, BatchResult result)
    {
        lock (_lock)
        {
            if (result.Stop is not null)
                Halt(result.Stop);

            foreach (var (number, fate, failure) in result.Fates)
            {
                if (fate == Fate.Abandoned)
                {
                    _unsettled.Add(number);
                    continue;
                }

                _tried.Add(number);
                if (fate == Fate.Done)
                    Finish(change, number);
                else
                    Suspect(number, fate, failure!);
            }
        }
    }

    /// <summary>Counts a number as failed for good.</summary>
    public void Invalidate() => _givenUp++;

    /// <summary>Ends the run. The first reason stands: later ones follow from it.</summary>
    public void Halt(CarrierException reason)
    {
        Stop ??= reason;
        _suspicious = true;
    }

    /// <summary>Takes a fresh listing for the truth.</summary>
    public void Restate(HashSet<Msisdn> listing)
    {
        _held = listing;
        _unsettled.Clear();
        _suspicious = false;
        foreach (var settled in plan.Adds.Where(listing.Contains).Concat(plan.Removes.Where(number => !listing.Contains(number))))
            _problems.Remove(settled);
        _added = plan.Adds.Count(listing.Contains);
        _removed = plan.Removes.Count(number => !listing.Contains(number));
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
                Failed = _givenUp,
            };
        }
    }

    public PoolReconciliation Conclude(bool withhold, bool cancelled)
    {
        List<Msisdn> notAttempted = [];
        var addFailures = Failures(goal.Desired.Where(number => !_held.Contains(number)).Order(), notAttempted);
        var remaining = plan.Removes.Where(_held.Contains).ToList();
        var removeFailures = withhold ? [] : Failures(remaining, notAttempted);
        return new PoolReconciliation
        {
            Goal = goal,
            Held = _held,
            Added = [.. plan.Adds.Where(_held.Contains)],
            Removed = [.. plan.Removes.Where(number => !_held.Contains(number))],
            AddFailures = addFailures,
            RemoveFailures = removeFailures,
            NotAttempted = notAttempted,
            Withheld = withhold ? remaining : [],
            Uncertain = _unsettled,
            Stop = Stop,
            Cancelled = cancelled && notAttempted.Count + addFailures.Count + removeFailures.Count > 0,
        };
    }

    private void Finish(IPoolChange change, Msisdn number)
    {
        change.Apply(number, _held);
        _problems.Remove(number);
        _unsettled.Remove(number);
        if (goal.Desired.Contains(number))
            _added++;
        else
            _removed++;
    }

    private void Suspect(Msisdn number, Fate fate, NumberFailure failure)
    {
        _problems[number] = failure;
        _suspicious = true;
        if (fate == Fate.Unsettled)
            _unsettled.Add(number);
    }

    private List<NumberFailure> Failures(IEnumerable<Msisdn> undone, List<Msisdn> notAttempted)
    {
        List<NumberFailure> failures = [];
        foreach (var number in undone)
        {
            if (_problems.TryGetValue(number, out var problem))
                failures.Add(problem);
            else if (_tried.Contains(number))
                failures.Add(new NumberFailure { Number = number, CarrierMessage = "the carrier accepted the change, but the pool does not show it" });
            else if (Stop is null && goal.Desired.Contains(number) && !_planned.Contains(number))
                failures.Add(new NumberFailure { Number = number, CarrierMessage = "somebody else removed it from the pool during this run" });
            else
                notAttempted.Add(number);
        }

        return failures;
    }
}
