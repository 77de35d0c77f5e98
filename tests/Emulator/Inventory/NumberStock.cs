using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Inventory;

/// <summary>What one carrier has for sale.</summary>
public sealed class NumberStock
{
    private readonly EmulatorState _state;
    private readonly string _carrier;
    private readonly Catalogue _catalogue;

    internal NumberStock(EmulatorState state, string carrier, Catalogue catalogue)
    {
        _state = state;
        _carrier = carrier;
        _catalogue = catalogue;
        History = new ChangeHistory<StockNumber>(state);
    }

    /// <summary>The numbers for sale, ascending.</summary>
    public IReadOnlyList<StockNumber> Available
    {
        get
        {
            lock (_state.Gate)
                return [.. Offered()];
        }
    }

    /// <summary>What was sold and given back through the API.</summary>
    internal ChangeHistory<StockNumber> History { get; }

    private StockData Data => _state.Data.Stocks[_carrier];

    /// <summary>The number as it is offered; null when it is not for sale.</summary>
    public StockNumber? Find(string number)
    {
        lock (_state.Gate)
            return IsOffered(number) ? Describe(number) : null;
    }

    /// <summary>Puts numbers on offer that the catalogue does not have, or puts withheld ones back.</summary>
    public void Offer(params IEnumerable<StockNumber> numbers)
    {
        lock (_state.Gate)
        {
            foreach (var number in numbers)
            {
                History.Forget(number.Number);
                Data.Withheld.Remove(number.Number);
                Data.Added[number.Number] = number;
            }

            _state.Touch();
        }
    }

    /// <summary>Somebody else rents these numbers: they are not for sale any more.</summary>
    public void Snatch(params IEnumerable<string> numbers)
    {
        lock (_state.Gate)
        {
            Data.Withheld.UnionWith(numbers);
            _state.Touch();
        }
    }

    internal IEnumerable<StockNumber> Offered()
    {
        var data = Data;
        IEnumerable<StockNumber> all = data.Added.Count == 0
            ? _catalogue.Ordered
            : _catalogue.Ordered.Where(number => !data.Added.ContainsKey(number.Number))
                .Concat(data.Added.Values)
                .OrderBy(number => number.Number, StringComparer.Ordinal);
        return all.Where(number => !data.Withheld.Contains(number.Number) && !data.Rented.Contains(number.Number));
    }

    /// <summary>What a search shows that lags: numbers that were sold meanwhile, and not yet those that were given back.</summary>
    internal IEnumerable<StockNumber> Offered(TimeSpan lag) => lag <= TimeSpan.Zero
        ? Offered()
        : History.Before(lag, Offered().Select(number => KeyValuePair.Create(number.Number, number))).Values;

    /// <summary>The number's properties, for sale or not; null where the carrier never heard of it.</summary>
    internal StockNumber? Describe(string number) => Data.Added.GetValueOrDefault(number) ?? _catalogue.Find(number);

    internal void MarkRented(string number) => Data.Rented.Add(number);

    internal void Release(StockNumber number)
    {
        Data.Rented.Remove(number.Number);
        if (_state.Behavior.ReleasedNumbers is ReleasedNumbers.Quarantined)
            Data.Withheld.Add(number.Number);
        else if (_catalogue.Find(number.Number) is null)
            Data.Added[number.Number] = number;
    }

    private bool IsOffered(string number) =>
        !Data.Withheld.Contains(number) && !Data.Rented.Contains(number) && Describe(number) is not null;
}

/// <summary>How a carrier's stock differs from its catalogue; part of the saved state.</summary>
internal sealed class StockData
{
    /// <summary>Numbers on offer that are not in the catalogue.</summary>
    public SortedDictionary<string, StockNumber> Added { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Numbers not on offer, though nobody here rents them: somebody else was faster, or they are in quarantine.</summary>
    public HashSet<string> Withheld { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Numbers that are rented here.</summary>
    public HashSet<string> Rented { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>What becomes of a number that its renter gave back.</summary>
public enum ReleasedNumbers
{
    /// <summary>It is for sale again at once.</summary>
    ReturnToStock,

    /// <summary>It is not for sale any more: who gives a number back does not get it again.</summary>
    Quarantined,
}
