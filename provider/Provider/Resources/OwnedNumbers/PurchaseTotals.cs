using System.Collections.Concurrent;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Resources;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>What the purchases of one run cost in all, by resource, so that one that is foretold and then made counts once.</summary>
public sealed class PurchaseTotals
{
    private readonly ConcurrentDictionary<Urn, NumberFees> _purchases = [];

    /// <summary>Forgets everything: a new run begins.</summary>
    public void Reset() => _purchases.Clear();

    /// <summary>Adds what one resource buys and answers the sum so far, as the end of a sentence.</summary>
    public string Add(Urn urn, NumberFees fees)
    {
        _purchases[urn] = fees;
        var all = _purchases.Values.ToList();
        var monthly = all.GroupBy(each => each.Currency, StringComparer.Ordinal)
            .Select(group => $"{Price.Of(group.Sum(each => each.PerMonth ?? 0), group.Key)} a month and {Price.Of(group.Sum(each => each.Setup ?? 0), group.Key)} for setup");
        var numbers = all.Count == 1 ? "1 number" : $"{all.Count} numbers";
        return $"{numbers} so far: {string.Join(", ", monthly)}";
    }
}
