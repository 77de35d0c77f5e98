namespace PulumiNumbers.Carriers.Numbers;

/// <summary>A number that a carrier offers for rent.</summary>
public sealed record AvailableNumber
{
    /// <summary>The number.</summary>
    public required Msisdn Number { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public required string Country { get; init; }

    /// <summary>Its kind; null where the carrier does not say (seven.io) or says something undocumented.</summary>
    public NumberType? Type { get; init; }

    /// <summary>What it can do.</summary>
    public IReadOnlySet<NumberFeature> Features { get; init; } = new HashSet<NumberFeature>();

    /// <summary>What it costs at the payment interval that was asked for.</summary>
    public NumberFees Fees { get; init; } = new();
}
