using System.Collections.Immutable;

namespace Pulumi.Numbers.Outputs;

/// <summary>A number that a carrier offers for rent.</summary>
[OutputType]
public sealed class AvailableNumber
{
    /// <summary>The number, as digits.</summary>
    public readonly string Number;

    /// <summary>Its country, as two letters (ISO 3166-1 alpha-2).</summary>
    public readonly string Country;

    /// <summary>The kind of number; missing where the carrier does not say.</summary>
    public readonly NumberType? Type;

    /// <summary>What the number can do.</summary>
    public readonly ImmutableArray<NumberFeature> Features;

    /// <summary>
    /// What the number costs a month, in <c>currency</c>; a twelfth of a yearly rent. Missing where the carrier does not quote it.
    /// </summary>
    public readonly double? MonthlyFee;

    /// <summary>What setting the number up costs, in <c>currency</c>. Missing where the carrier does not quote it.</summary>
    public readonly double? SetupFee;

    /// <summary>The currency of the fees (ISO 4217).</summary>
    public readonly string Currency;

    [OutputConstructor]
    private AvailableNumber(
        string number,
        string country,
        NumberType? type,
        ImmutableArray<NumberFeature> features,
        double? monthlyFee,
        double? setupFee,
        string currency)
    {
        Number = number;
        Country = country;
        Type = type;
        Features = features;
        MonthlyFee = monthlyFee;
        SetupFee = setupFee;
        Currency = currency;
    }
}
