using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>A number that its holder now has.</summary>
public sealed record Purchase
{
    /// <summary>The number.</summary>
    public required Msisdn Number { get; init; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>True: money was spent. False: the account had it already, and it was kept for this holder.</summary>
    public required bool Bought { get; init; }

    /// <summary>The offer that was taken; null where nothing was bought.</summary>
    public AvailableNumber? Offer { get; init; }

    /// <summary>What the carrier reports of the number, where it was asked on the way.</summary>
    public OwnedNumber? Owned { get; init; }

    /// <summary>The numbers that were tried before this one, and why each was not had.</summary>
    public IReadOnlyList<FailedCandidate> PassedOver { get; init; } = [];
}
