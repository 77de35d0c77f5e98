using System.Collections.Frozen;
using System.Globalization;
using static PulumiNumbers.Emulator.Inventory.NumberFeatures;
using static PulumiNumbers.Emulator.Inventory.NumberType;

namespace PulumiNumbers.Emulator.Inventory;

/// <summary>
/// The carriers' catalogues, disjoint. Great Britain (Ofcom), Germany (Bundesnetzagentur), Sweden (PTS), France (ARCEP), Ireland (ComReg)
/// and North America (555-01xx) reserve ranges for fiction. The Netherlands and Denmark reserve none: there, subscriber numbers do not
/// begin with 0, so these belong to nobody.
/// </summary>
internal static class Catalogues
{
    /// <summary>Where the numbers begin that the Vonage account rents from the start; they are GB mobile numbers.</summary>
    public const string OwnedFrom = "447700900000";

    /// <summary>Where <c>SubscribeMany</c> takes numbers from: ten thousand French mobile numbers that no catalogue sells.</summary>
    public const string BulkFrom = "33639980000";

    /// <summary>How many numbers there are from <see cref="BulkFrom"/> on.</summary>
    public const int BulkCount = 10_000;

    public static Catalogue Vonage { get; } = new(
    [
        new("GB", "447700900000", 600, MobileLvn, Sms | Voice, 1.25m),
        new("GB", "441632960000", 500, Landline, Voice, 0.80m),
        new("GB", "448081570000", 500, LandlineTollFree, Voice, 9.50m, 5m),
        new("DE", "491713920000", 100, MobileLvn, Sms | Voice, 2.00m),
        new("DE", "493023125000", 500, Landline, Voice, 1.10m),
        new("NL", "31600000000", 500, MobileLvn, Sms | Voice, 1.50m),
        new("SE", "46701740605", 95, MobileLvn, Sms | Voice, 3.00m),
        new("FR", "33199000000", 300, Landline, Voice, 1.00m),
        new("DK", "4500000000", 300, MobileLvn, Sms | Voice, 2.20m),
        new("IE", "353209100000", 100, Landline, Voice, 1.40m),
        new("US", "12125550100", 100, MobileLvn, Sms | Voice | Mms, 0.90m),
        new("US", "13125550100", 100, MobileLvn, Sms | Voice | Mms, 0.90m),
        new("US", "14155550100", 100, MobileLvn, Sms | Voice | Mms, 0.90m),
        new("US", "18005550100", 100, LandlineTollFree, Voice, 2.00m, 1m),
    ]);

    public static Catalogue Kpn { get; } = new(
    [
        new("GB", "447700900600", 300, MobileLvn, Sms | Voice, 1.25m),
        new("GB", "442079460000", 500, Landline, Voice, 0.80m),
        new("NL", "31600001000", 1000, MobileLvn, Sms | Voice, 1.75m),
        new("NL", "31200001000", 500, Landline, Voice, 1.00m),
        new("NL", "31800000100", 100, LandlineTollFree, Voice, 12.00m),
        new("DE", "494066969000", 500, Landline, Voice, 1.10m),
        new("SE", "46313900600", 100, Landline, Voice, 1.30m),
        new("IE", "353209110000", 100, Landline, Voice, 1.40m),
        new("US", "16175550100", 100, MobileLvn, Sms | Voice, 0.95m),
    ]);

    public static Catalogue Seven { get; } = new(
    [
        new("GB", "447700900900", 100, MobileLvn, Sms | Voice, 5.00m),
        new("DE", "4917604069000", 100, MobileLvn, Sms | A2pSms, 7.50m, 10m),
        new("DE", "496990009000", 500, Landline, Voice, 4.00m, 5m),
        new("DK", "4500005000", 300, MobileLvn, Sms | A2pSms | Voice, 6.00m),
        new("NL", "31600005000", 300, MobileLvn, Sms | A2pSms, 6.50m, 5m),
        new("SE", "46406280400", 100, MobileLvn, Sms | A2pSms, 8.00m),
        new("US", "17025550100", 100, MobileLvn, Sms | Voice, 3.00m, 1m),
    ]);
}

/// <summary>What a carrier has ever had on offer, by number; immutable, in ascending order.</summary>
internal sealed class Catalogue
{
    private readonly FrozenDictionary<string, StockNumber> _byNumber;

    public Catalogue(IEnumerable<NumberRange> ranges)
    {
        Ordered = [.. ranges.SelectMany(range => range.Numbers()).OrderBy(number => number.Number, StringComparer.Ordinal)];
        _byNumber = Ordered.ToFrozenDictionary(number => number.Number, StringComparer.Ordinal);
    }

    public IReadOnlyList<StockNumber> Ordered { get; }

    public StockNumber? Find(string number) => _byNumber.GetValueOrDefault(number);
}

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
