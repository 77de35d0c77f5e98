using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Functions.Numbers;

/// <summary>A number that a carrier offers for rent.</summary>
public sealed record AvailableNumberResult
{
    /// <summary>The number.</summary>
    [Property("The number, as digits.")]
    public required Msisdn Number { get; init; }

    /// <summary>Its country.</summary>
    [Property("Its country, as two letters (ISO 3166-1 alpha-2).")]
    public required string Country { get; init; }

    /// <summary>Its kind.</summary>
    [Property("The kind of number; missing where the carrier does not say.")]
    public NumberType? Type { get; init; }

    /// <summary>What it can do.</summary>
    [Property("What the number can do.")]
    public required IReadOnlySet<NumberFeature> Features { get; init; }

    /// <summary>What it costs a month.</summary>
    [Property("What the number costs a month, in `currency`; a twelfth of a yearly rent. Missing where the carrier does not quote it.")]
    public double? MonthlyFee { get; init; }

    /// <summary>What it costs once.</summary>
    [Property("What setting the number up costs, in `currency`. Missing where the carrier does not quote it.")]
    public double? SetupFee { get; init; }

    /// <summary>The currency of the fees.</summary>
    [Property("The currency of the fees (ISO 4217).")]
    public required string Currency { get; init; }

    /// <summary>The number as the carrier offers it.</summary>
    public static AvailableNumberResult Of(AvailableNumber offer)
    {
        ArgumentNullException.ThrowIfNull(offer);
        return new AvailableNumberResult
        {
            Number = offer.Number,
            Country = offer.Country,
            Type = offer.Type,
            Features = offer.Features,
            MonthlyFee = (double?)offer.Fees.PerMonth,
            SetupFee = (double?)offer.Fees.Setup,
            Currency = offer.Fees.Currency,
        };
    }
}
