using System.Globalization;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>The most that a number may cost, in the carrier's currency. A fee that the carrier does not quote cannot be vouched for, so a limit refuses it.</summary>
/// <param name="Monthly">The most for a month; a yearly rent counts by the twelfth. Null: no limit.</param>
/// <param name="Setup">The most to be paid once. Null: no limit.</param>
public sealed record FeeLimits(decimal? Monthly = null, decimal? Setup = null)
{
    /// <summary>Why the fees are too high; null where they are not.</summary>
    public string? GetViolation(NumberFees fees)
    {
        ArgumentNullException.ThrowIfNull(fees);
        return GetViolation("monthly fee", fees.PerMonth, Monthly, fees.Currency) ?? GetViolation("setup fee", fees.Setup, Setup, fees.Currency);
    }

    private static string? GetViolation(string name, decimal? fee, decimal? limit, string currency) => (fee, limit) switch
    {
        (_, null) => null,
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"its {name} is not quoted, and the limit is {limit:0.00} {currency}"),
        _ when fee > limit => string.Create(CultureInfo.InvariantCulture, $"its {name} is {fee:0.00} {currency}, and the limit is {limit:0.00}"),
        _ => null,
    };
}
