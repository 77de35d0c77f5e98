namespace PulumiNumbers.Carriers.Numbers;

/// <summary>
/// What a number costs, in units of <see cref="Currency"/> (not cents). KPN and Vonage quote the monthly rent (<c>cost</c>) and no
/// set-up fee; seven.io quotes both for each interval (<c>basic_charge</c>, <c>setup</c>). All three quote in euros.
/// </summary>
public sealed record NumberFees
{
    /// <summary>Due once, on purchase; null where the carrier does not quote it.</summary>
    public decimal? Setup { get; init; }

    /// <summary>The rent, due once an <see cref="Interval"/>; null where the carrier does not quote it.</summary>
    public decimal? Recurring { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>How often <see cref="Recurring"/> is due.</summary>
    public PaymentInterval Interval { get; init; }

    /// <summary>The rent for a month, a twelfth of a yearly one.</summary>
    public decimal? PerMonth => Interval == PaymentInterval.Annually ? Recurring / 12 : Recurring;
}
