using PulumiNumbers.Emulator.Auth;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>seven. Its members are those of the usual account.</summary>
public sealed class SevenCarrier
{
    private readonly EmulatorState _state;
    private readonly Dictionary<string, SevenAccount> _accounts = new(StringComparer.Ordinal);

    internal SevenCarrier(EmulatorState state)
    {
        _state = state;
        Credentials = new CarrierCredentials(state, CarrierNames.Seven);
        Stock = new NumberStock(state, CarrierNames.Seven, Catalogues.Seven);
        Competitors = new Competitors(state, Stock);
    }

    /// <summary>The account that the usual key opens.</summary>
    public SevenAccount Account => AccountOf(EmulatorCredentials.SevenAccount);

    /// <summary>The account that <see cref="EmulatorCredentials.SevenOtherApiKey"/> opens.</summary>
    public SevenAccount OtherAccount => AccountOf(EmulatorCredentials.SevenOtherAccount);

    /// <summary>Which API key opens which account.</summary>
    public CarrierCredentials Credentials { get; }

    /// <summary>What is for sale.</summary>
    public NumberStock Stock { get; }

    /// <summary>Other customers.</summary>
    public Competitors Competitors { get; }

    /// <inheritdoc cref="SevenAccount.Numbers" />
    public IReadOnlyList<SevenNumber> Numbers => Account.Numbers;

    /// <inheritdoc cref="SevenAccount.Credit" />
    public decimal? Credit
    {
        get => Account.Credit;
        set => Account.Credit = value;
    }

    /// <summary>An error code that every call gets, such as 402 (reload lock), 902 (API deactivated) or 903 (IP not allowed); null: none.</summary>
    public int? Refusal { get; set; }

    /// <summary>An account by its id.</summary>
    public SevenAccount AccountOf(string id)
    {
        lock (_state.Gate)
            return _accounts.TryGetValue(id, out var account) ? account : _accounts[id] = new SevenAccount(_state, id, Stock);
    }

    /// <inheritdoc cref="SevenAccount.Find" />
    public SevenNumber? Find(string number) => Account.Find(number);

    /// <inheritdoc cref="SevenAccount.Activate" />
    public void Activate(params IEnumerable<StockNumber> numbers) => Account.Activate(numbers);

    /// <inheritdoc cref="SevenAccount.Remove" />
    public int Remove(params IEnumerable<string> numbers) => Account.Remove(numbers);

    /// <inheritdoc cref="SevenAccount.Change" />
    public void Change(string number, Func<SevenNumber, SevenNumber> change) => Account.Change(number, change);

    internal void Reset()
    {
        Refusal = null;
        _accounts.Clear();
        Competitors.Reset();
        Stock.History.Clear();
    }
}

/// <summary>An account at seven, as its owner could change it elsewhere.</summary>
public sealed class SevenAccount
{
    private readonly EmulatorState _state;
    private readonly NumberStock _stock;

    internal SevenAccount(EmulatorState state, string id, NumberStock stock)
    {
        _state = state;
        _stock = stock;
        Id = id;
        History = new ChangeHistory<SevenNumber>(state);
    }

    /// <summary>The account's id.</summary>
    public string Id { get; }

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

    internal ChangeHistory<SevenNumber> History { get; }

    private SevenData Data => _state.Data.Seven.TryGetValue(Id, out var known) ? known : _state.Data.Seven[Id] = new SevenData();

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
            {
                History.Forget(number.Number);
                Store(new SevenNumber { Offer = number, Created = _state.Now });
            }
        }
    }

    /// <summary>Ends rentals at once, without the API; answers how many there were.</summary>
    public int Remove(params IEnumerable<string> numbers)
    {
        lock (_state.Gate)
        {
            return numbers.Count(number =>
            {
                History.Forget(number);
                return End(number);
            });
        }
    }

    /// <summary>Changes an active number without the API.</summary>
    /// <exception cref="KeyNotFoundException">There is no such number.</exception>
    public void Change(string number, Func<SevenNumber, SevenNumber> change)
    {
        lock (_state.Gate)
        {
            History.Forget(number);
            Store(change(Active()[number]));
        }
    }

    internal SortedDictionary<string, SevenNumber> Active()
    {
        var numbers = Data.Numbers;
        var expired = numbers.Values.Where(number => number.Expires <= _state.Now).Select(number => number.Number).ToList();
        expired.ForEach(number => End(number));
        return numbers;
    }

    /// <summary>The active numbers as a read shows them.</summary>
    internal SortedDictionary<string, SevenNumber> Before(TimeSpan lag) => History.Before(lag, Active());

    /// <summary>Orders or changes a number through the API.</summary>
    internal void PutByApi(SevenNumber number)
    {
        var before = Active().GetValueOrDefault(number.Number);
        History.Record(number.Number, before);
        if (before is null)
            _stock.History.Record(number.Number, number.Offer);
        Store(number);
    }

    /// <summary>Ends a rental through the API, at once.</summary>
    internal void EndByApi(SevenNumber number)
    {
        History.Record(number.Number, number);
        _stock.History.Record(number.Number, before: null);
        End(number.Number);
    }

    private void Store(SevenNumber number)
    {
        Data.Numbers[number.Number] = number;
        _stock.MarkRented(number.Number);
        _state.Touch();
    }

    private bool End(string number)
    {
        if (!Data.Numbers.Remove(number, out var ended))
            return false;
        _stock.Release(ended.Offer);
        _state.Touch();
        return true;
    }
}

/// <summary>The saved state of one account at seven.</summary>
internal sealed class SevenData
{
    public SortedDictionary<string, SevenNumber> Numbers { get; init; } = new(StringComparer.Ordinal);
}
