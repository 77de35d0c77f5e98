using System.Globalization;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Prices as people read them.</summary>
internal static class Price
{
    /// <summary><c>€1.25</c>, or <c>1.25 USD</c>.</summary>
    public static string Of(decimal amount, string currency)
    {
        var digits = amount.ToString("0.00##", CultureInfo.InvariantCulture);
        return currency == "EUR" ? $"€{digits}" : $"{digits} {currency}";
    }

    /// <summary><c>€1.25 a month, setup €0.00</c>.</summary>
    public static string Of(NumberFees fees)
    {
        var interval = fees.Interval == PaymentInterval.Annually ? "a year" : "a month";
        var recurring = fees.Recurring is { } rent ? $"{Of(rent, fees.Currency)} {interval}" : "an unknown rent";
        return fees.Setup is { } setup ? $"{recurring}, setup {Of(setup, fees.Currency)}" : $"{recurring}, setup not quoted";
    }
}
