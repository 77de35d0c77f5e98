using System.Globalization;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>What a purchase would cost, before it is made.</summary>
/// <param name="Carrier">The carrier's name.</param>
/// <param name="Number">The number that would be bought.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Fees">What it would cost; null where the account has it already and nothing would be bought.</param>
public sealed record NumberQuote(string Carrier, Msisdn Number, string Country, NumberFees? Fees)
{
    /// <summary>One line: <c>447700900123 (GB) from kpn: 1.25 EUR a month</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number} ({Country}) from {Carrier}: {Price}");

    private string Price => Fees switch
    {
        null => "kept, no charge",
        { Recurring: null, Setup: null } => "price not quoted",
        _ => CostSummary.Of(Fees).ToString(),
    };
}
