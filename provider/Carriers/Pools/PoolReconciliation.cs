using System.Globalization;
using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>What became of a goal: what the pool holds now, and number by number what was done, refused or left.</summary>
public sealed record PoolReconciliation
{
    /// <summary>The goal.</summary>
    public required PoolGoal Goal { get; init; }

    /// <summary>All that the pool holds, other people's numbers included: read back if anything went wrong.</summary>
    public required IReadOnlySet<Msisdn> Held { get; init; }

    /// <summary>The numbers that were missing and are there now, ascending.</summary>
    public required IReadOnlyList<Msisdn> Added { get; init; }

    /// <summary>The numbers that were there and are gone now, ascending.</summary>
    public required IReadOnlyList<Msisdn> Removed { get; init; }

    /// <summary>The numbers that could not be added, each with the carrier's reason.</summary>
    public IReadOnlyList<NumberFailure> AddFailures { get; init; } = [];

    /// <summary>The numbers that could not be removed, each with the carrier's reason.</summary>
    public IReadOnlyList<NumberFailure> RemoveFailures { get; init; } = [];

    /// <summary>The planned numbers that were never tried, or not to the end, because the run was cancelled or stopped first.</summary>
    public IReadOnlyList<Msisdn> NotAttempted { get; init; } = [];

    /// <summary>
    /// Undesired numbers that were left in the pool because not one of the desired ones could be added: to remove them would
    /// have left it unable to send.
    /// </summary>
    public IReadOnlyList<Msisdn> Withheld { get; init; } = [];

    /// <summary>Numbers of which not even a further listing could tell whether the pool holds them; <see cref="Held"/> has what was known before.</summary>
    public IReadOnlySet<Msisdn> Uncertain { get; init; } = new HashSet<Msisdn>();

    /// <summary>
    /// Why the run ended early, for a reason that no other number would have escaped: the credentials, the pool itself
    /// (<see cref="CarrierErrorKind.NotFound"/>), a carrier that is down.
    /// </summary>
    public CarrierException? Stop { get; init; }

    /// <summary>Whether the caller cancelled before everything was done.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Whether the pool now meets the goal.</summary>
    public bool IsComplete => AddFailures.Count == 0 && RemoveFailures.Count == 0 && NotAttempted.Count == 0 && Withheld.Count == 0;

    /// <summary>Whether anything in the pool was changed.</summary>
    public bool ChangedAnything => Added.Count > 0 || Removed.Count > 0 || Uncertain.Count > 0;

    /// <summary>The removed numbers that this membership never declared: somebody else had put them there.</summary>
    public IReadOnlyList<Msisdn> RemovedOfOthers => [.. Removed.Where(number => !Goal.DeclaredBefore.Contains(number))];

    /// <summary>How far the run came, in words: <c>added 350 of 1000 and removed 0 of 20 numbers</c>.</summary>
    public string Summary
    {
        get
        {
            var toAdd = Added.Count + AddFailures.Count + NotAttempted.Count(Goal.Desired.Contains);
            var toRemove = Removed.Count + RemoveFailures.Count + Withheld.Count + NotAttempted.Count(n => !Goal.Desired.Contains(n));
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
