using System.Globalization;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>What a purchase costs, in a sentence.</summary>
internal static class PurchasePrice
{
    /// <summary><c>1.25 EUR a month, setup 0.00 EUR (3 numbers so far: 3.75 EUR a month)</c>.</summary>
    public static string Of(NumberFees fees, CostSummary all)
    {
        var interval = fees.Interval == PaymentInterval.Annually ? "a year" : "a month";
        var rent = fees.Recurring is { } recurring ? $"{Amount(recurring, fees.Currency)} {interval}" : "a rent that is not quoted";
        var setup = fees.Setup is { } once ? $"setup {Amount(once, fees.Currency)}" : "setup not quoted";
        return string.Create(CultureInfo.InvariantCulture, $"{rent}, {setup} ({all.Numbers} {(all.Numbers == 1 ? "number" : "numbers")} so far: {all})");
    }

    private static string Amount(decimal amount, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:0.00##} {currency}");
}
