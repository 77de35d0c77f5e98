using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>How persistent buying and giving up are.</summary>
public sealed record PurchasingOptions
{
    /// <summary>How many different numbers one purchase orders at most.</summary>
    public int MaxCandidates { get; init; } = 50;

    /// <summary>How many offers one search reads at most.</summary>
    public int MaxOffers { get; init; } = 10_000;

    /// <summary>How often the order for the same number is sent at most, each time after the carrier was found not to list the number.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How often the carrier must give the same answer before it counts, and how often it may fail to answer.</summary>
    public int Looks { get; init; } = 8;

    /// <summary>The waits between those looks: about a minute in all, by which carriers' lists lag at most.</summary>
    public Backoff LookBackoff { get; init; } = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(16));

    /// <summary>How long a resource may take to become known from which another one takes a number over.</summary>
    public TimeSpan OwnerDiscoveryTimeout { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For how long after a purchase a number that is not listed counts as not listed yet.</summary>
    public TimeSpan ListingLag { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait between the two looks that must agree before a number counts as gone.</summary>
    public TimeSpan AbsenceRecheckDelay { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a request under way may still take after a cancellation, and finding out what came of it.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(4);
}
