using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>How a resource came by its number.</summary>
public enum PurchaseOrigin
{
    /// <summary>It was bought: money was spent.</summary>
    Bought,

    /// <summary>The account had it already, and it was kept for this resource.</summary>
    Kept,

    /// <summary>An earlier run ordered or kept it for this resource and was interrupted before any state had it.</summary>
    Recovered,
}

/// <summary>A number that a resource has now.</summary>
public sealed record Purchase
{
    /// <summary>The number.</summary>
    public required Msisdn Number { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>How the resource came by it.</summary>
    public required PurchaseOrigin Origin { get; init; }

    /// <summary>The offer that was taken; null where nothing was bought from one.</summary>
    public AvailableNumber? Offer { get; init; }

    /// <summary>What the carrier reports of the number, where it was asked on the way.</summary>
    public OwnedNumber? Owned { get; init; }

    /// <summary>The numbers that were tried before this one, and why each was not had.</summary>
    public IReadOnlyList<RejectedCandidate> Rejected { get; init; } = [];

    /// <summary>The number that the resource had and that two looks did not find any more; null where there was none.</summary>
    public Msisdn? Gone { get; init; }

    /// <summary>Why the order could not be written to the journal; null where it was.</summary>
    public string? JournalProblem { get; init; }
}
