using System.Globalization;

namespace PulumiNumbers.Emulator.Inventory;

/// <summary>Consecutive numbers with the same properties.</summary>
internal sealed record NumberRange(
    string Country, string First, int Count, NumberType Type, NumberFeatures Features, decimal MonthlyFee, decimal SetupFee = 0)
{
    public IEnumerable<StockNumber> Numbers()
    {
        var first = long.Parse(First, CultureInfo.InvariantCulture);
        for (var i = 0; i < Count; i++)
        {
            yield return new StockNumber(
                Country, (first + i).ToString(CultureInfo.InvariantCulture), Type, Features, MonthlyFee, SetupFee);
        }
    }
}
