using System.Globalization;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>What became of a desired pool: what the pool holds now, and number by number what was done, rejected or left.</summary>
public sealed record PoolReconciliation
{
    /// <summary>What was desired.</summary>
    public required DesiredPool Desired { get; init; }

    /// <summary>All that the pool holds, other people's numbers included: read back if anything failed.</summary>
    public required IReadOnlySet<PoolNumber> Held { get; init; }

    /// <summary>The numbers that were missing and are there now, ascending.</summary>
    public required IReadOnlyList<PoolNumber> Added { get; init; }

    /// <summary>The numbers that were there and are gone now, ascending.</summary>
    public required IReadOnlyList<PoolNumber> Removed { get; init; }

    /// <summary>The numbers that could not be added, each with the carrier's reason.</summary>
    public IReadOnlyList<NumberFailure> AddFailures { get; init; } = [];

    /// <summary>The numbers that could not be removed, each with the carrier's reason.</summary>
    public IReadOnlyList<NumberFailure> RemoveFailures { get; init; } = [];

    /// <summary>The planned numbers that were never sent, or not to the end, because the run was cancelled or stopped first.</summary>
    public IReadOnlyList<PoolNumber> NotAttempted { get; init; } = [];

    /// <summary>Numbers that were left in the pool in the place of as many that could not be added.</summary>
    public IReadOnlyList<PoolNumber> HeldBack { get; init; } = [];

    /// <summary>Numbers of which not even a further listing could tell whether the pool holds them; <see cref="Held"/> has what was known before.</summary>
    public IReadOnlySet<PoolNumber> Indeterminate { get; init; } = new HashSet<PoolNumber>();

    /// <summary>
    /// Why the run ended early, for a reason that no other number would have escaped: the credentials, the pool itself
    /// (<see cref="CarrierErrorKind.NotFound"/>), a carrier that is down.
    /// </summary>
    public CarrierException? Stop { get; init; }

    /// <summary>Whether the caller cancelled before everything was done.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Whether everything was done.</summary>
    public bool IsComplete => AddFailures.Count == 0 && RemoveFailures.Count == 0 && NotAttempted.Count == 0 && HeldBack.Count == 0;

    /// <summary>Whether anything in the pool was changed, or may have been.</summary>
    public bool ChangedAnything => Added.Count > 0 || Removed.Count > 0 || Indeterminate.Count > 0;

    /// <summary>How far the run came: <c>added 350 of 1000 and removed 0 of 20 numbers</c>.</summary>
    public string Summary
    {
        get
        {
            var toAdd = Added.Count + AddFailures.Count + NotAttempted.Count(Desired.Declared.Contains);
            var toRemove = Removed.Count + RemoveFailures.Count + HeldBack.Count + NotAttempted.Count(number => !Desired.Declared.Contains(number));
            var added = string.Create(CultureInfo.InvariantCulture, $"added {Added.Count} of {toAdd}");
            var removed = string.Create(CultureInfo.InvariantCulture, $"removed {Removed.Count} of {toRemove}");
            return (toAdd, toRemove) switch
            {
                (_, 0) => $"{added} numbers",
                (0, _) => $"{removed} numbers",
                _ => $"{added} and {removed} numbers",
            };
        }
    }
}

/// <summary>How far a reconciliation has come.</summary>
public sealed record PoolProgress
{
    /// <summary>Numbers added so far.</summary>
    public int Added { get; init; }

    /// <summary>Numbers to add in all.</summary>
    public int ToAdd { get; init; }

    /// <summary>Numbers removed so far.</summary>
    public int Removed { get; init; }

    /// <summary>Numbers to remove in all.</summary>
    public int ToRemove { get; init; }

    /// <summary>Numbers that failed so far; those that are sent again do not count.</summary>
    public int Failed { get; init; }

    /// <summary>Numbers that are about to be sent again because the pool service does not know them yet.</summary>
    public int Awaited { get; init; }

    /// <summary>How much longer they will be waited for, at most.</summary>
    public TimeSpan AwaitedFor { get; init; }

    /// <summary>A status line of what there is to do: <c>added 350/1000, removed 0/20, 2 failed</c>.</summary>
    public override string ToString()
    {
        List<string> parts = [];
        if (ToAdd > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"added {Added}/{ToAdd}"));
        if (ToRemove > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"removed {Removed}/{ToRemove}"));
        if (Failed > 0)
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"{Failed} failed"));
        var line = string.Join(", ", parts);
        return Awaited == 0
            ? line
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{line}; waiting up to {AwaitedFor.TotalSeconds:0} s for the pool service to accept {Awaited} new {(Awaited == 1 ? "number" : "numbers")}");
    }
}
