using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>seven: one account.</summary>
public sealed class SevenCarrier
{
    private readonly EmulatorState _state;

    internal SevenCarrier(EmulatorState state)
    {
        _state = state;
        Stock = new NumberStock(state, CarrierNames.Seven, Catalogues.Seven);
        Competitors = new Competitors(state, Stock);
    }

    /// <summary>What is for sale.</summary>
    public NumberStock Stock { get; }

    /// <summary>Other customers.</summary>
    public Competitors Competitors { get; }

    /// <summary>The active numbers, ascending; a cancelled one stays until it expires.</summary>
    public IReadOnlyList<SevenNumber> Numbers
    {
        get
        {
            lock (_state.Gate)
                return [.. Active().Values];
        }
    }

    /// <summary>The account's credit in euros; null: enough. An order that costs more gets error 500.</summary>
    public decimal? Credit { get; set; }

    /// <summary>An error code that every call gets, such as 402 (reload lock), 902 (API deactivated) or 903 (IP not allowed); null: none.</summary>
    public int? Refusal { get; set; }

    /// <summary>The active number, or null.</summary>
    public SevenNumber? Find(string number)
    {
        lock (_state.Gate)
            return Active().GetValueOrDefault(number);
    }

    /// <summary>Makes numbers active without an order.</summary>
    public void Activate(params IEnumerable<StockNumber> numbers)
    {
        lock (_state.Gate)
        {
            foreach (var number in numbers)
                Put(new SevenNumber { Offer = number, Created = _state.Now });
        }
    }

    /// <summary>Ends rentals at once, without the API; answers how many there were.</summary>
    public int Remove(params IEnumerable<string> numbers)
    {
        lock (_state.Gate)
            return numbers.Count(End);
    }

    /// <summary>Changes an active number without the API.</summary>
    /// <exception cref="KeyNotFoundException">There is no such number.</exception>
    public void Change(string number, Func<SevenNumber, SevenNumber> change)
    {
        lock (_state.Gate)
            Put(change(Active()[number]));
    }

    internal SortedDictionary<string, SevenNumber> Active()
    {
        var numbers = _state.Data.Seven.Numbers;
        var expired = numbers.Values.Where(number => number.Expires <= _state.Now).Select(number => number.Number).ToList();
        expired.ForEach(number => End(number));
        return numbers;
    }

    internal void Put(SevenNumber number)
    {
        _state.Data.Seven.Numbers[number.Number] = number;
        Stock.MarkRented(number.Number);
        _state.Touch();
    }

    internal bool End(string number)
    {
        if (!_state.Data.Seven.Numbers.Remove(number, out var ended))
            return false;
        Stock.Release(ended.Offer);
        _state.Touch();
        return true;
    }

    internal void Reset()
    {
        Credit = null;
        Refusal = null;
        Competitors.Reset();
    }
}
