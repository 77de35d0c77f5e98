using System.Globalization;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>An account of the Numbers API, as its owner could change it elsewhere: in the dashboard, by hand, without the provider.</summary>
public sealed class NexmoAccount
{
    private readonly EmulatorState _state;
    private readonly Func<EmulatorData, NexmoAccountData> _data;
    private readonly Action<string> _onCancelled;

    internal NexmoAccount(
        EmulatorState state, string id, NumberStock stock, Func<EmulatorData, NexmoAccountData> data, Action<string> onCancelled)
    {
        _state = state;
        _data = data;
        _onCancelled = onCancelled;
        Id = id;
        Stock = stock;
        History = new ChangeHistory<RentedNumber>(state);
    }

    /// <summary>The account's id: the API key or the client id.</summary>
    public string Id { get; }

    /// <summary>The numbers that the account rents, ascending.</summary>
    public IReadOnlyList<RentedNumber> Numbers
    {
        get
        {
            lock (_state.Gate)
                return [.. Data.Numbers.Values];
        }
    }

    internal NumberStock Stock { get; }

    internal NexmoAccountData Data => _data(_state.Data);

    internal ChangeHistory<RentedNumber> History { get; }

    /// <summary>The rented number, or null.</summary>
    public RentedNumber? Find(string msisdn)
    {
        lock (_state.Gate)
            return Data.Numbers.GetValueOrDefault(msisdn);
    }

    /// <summary>Rents numbers without a purchase; lists and the pool service show them at once.</summary>
    public void Subscribe(params IEnumerable<RentedNumber> numbers)
    {
        lock (_state.Gate)
        {
            foreach (var number in numbers)
            {
                Put(number);
                History.Forget(number.Msisdn);
            }
        }
    }

    /// <summary>Rents these numbers without a purchase. Numbers that the carrier does not sell count as GB mobile ones.</summary>
    public void Subscribe(params IEnumerable<string> msisdns)
    {
        lock (_state.Gate)
            Subscribe([.. msisdns.Select(Rental)]);
    }

    /// <summary>
    /// Rents <paramref name="count"/> (up to 10,000) consecutive French mobile numbers without a purchase, and gives them back in ascending order.
    /// </summary>
    public IReadOnlyList<string> SubscribeMany(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Catalogues.BulkCount);
        var range = new NumberRange(
            "FR", Catalogues.BulkFrom, count, NumberType.MobileLvn, NumberFeatures.Sms | NumberFeatures.Voice, 1.00m);
        var numbers = range.Numbers().ToList();
        Subscribe([.. numbers.Select(ToRental)]);
        return [.. numbers.Select(number => number.Number)];
    }

    /// <summary>Ends rentals without the API: the numbers are gone, from the account's pools too. Answers how many were rented.</summary>
    public int Cancel(params IEnumerable<string> msisdns)
    {
        lock (_state.Gate)
        {
            return msisdns.Count(msisdn =>
            {
                History.Forget(msisdn);
                return Remove(msisdn);
            });
        }
    }

    /// <summary>Changes a rented number's settings without the API.</summary>
    /// <exception cref="KeyNotFoundException">The account does not rent the number.</exception>
    public void Change(string msisdn, Func<RentedNumber, RentedNumber> change)
    {
        lock (_state.Gate)
        {
            Data.Numbers[msisdn] = change(Data.Numbers[msisdn]);
            History.Forget(msisdn);
            _state.Touch();
        }
    }

    /// <summary>Rents a number through the API.</summary>
    internal void Buy(StockNumber offered, RentedNumber number)
    {
        History.Record(number.Msisdn, before: null);
        Stock.History.Record(offered.Number, offered);
        Put(number);
    }

    /// <summary>Ends a rental through the API.</summary>
    internal void CancelByApi(RentedNumber number)
    {
        History.Record(number.Msisdn, number);
        Stock.History.Record(number.Msisdn, before: null);
        Remove(number.Msisdn);
    }

    /// <summary>Changes settings through the API.</summary>
    internal void Update(RentedNumber changed)
    {
        History.Record(changed.Msisdn, Data.Numbers[changed.Msisdn]);
        Data.Numbers[changed.Msisdn] = changed;
        _state.Touch();
    }

    internal static RentedNumber ToRental(StockNumber number) => new()
    {
        Country = number.Country,
        Msisdn = number.Number,
        Type = number.Type,
        Features = number.Features,
        MonthlyFee = number.MonthlyFee,
        SetupFee = number.SetupFee,
    };

    private void Put(RentedNumber number)
    {
        Data.Numbers[number.Msisdn] = number with { Since = _state.Now };
        Stock.MarkRented(number.Msisdn);
        _state.Touch();
    }

    private bool Remove(string msisdn)
    {
        if (!Data.Numbers.Remove(msisdn, out var number))
            return false;
        Stock.Release(number.ToStock());
        _onCancelled(msisdn);
        _state.Touch();
        return true;
    }

    private RentedNumber Rental(string msisdn) => Stock.Describe(msisdn) is { } known
        ? ToRental(known)
        : new RentedNumber { Country = "GB", Msisdn = long.Parse(msisdn, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture) };
}

/// <summary>The saved state of one account of the Numbers API.</summary>
internal sealed class NexmoAccountData
{
    public SortedDictionary<string, RentedNumber> Numbers { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>A number that an account of the Numbers API rents, with its settings. Empty settings are null.</summary>
public sealed record RentedNumber
{
    /// <summary>ISO country code.</summary>
    public required string Country { get; init; }

    /// <summary>E.164 digits.</summary>
    public required string Msisdn { get; init; }

    /// <summary>Kind of line.</summary>
    public NumberType Type { get; init; } = NumberType.MobileLvn;

    /// <summary>What it can do.</summary>
    public NumberFeatures Features { get; init; } = NumberFeatures.Sms | NumberFeatures.Voice;

    /// <summary>Rent a month, in euros.</summary>
    public decimal MonthlyFee { get; init; } = 1.25m;

    /// <summary>Charged once at purchase, in euros.</summary>
    public decimal SetupFee { get; init; }

    /// <summary>Webhook for inbound messages.</summary>
    public string? MoHttpUrl { get; init; }

    /// <summary>SMPP system type; no operation returns it.</summary>
    public string? MoSmppSysType { get; init; }

    /// <summary><c>sip</c>, <c>tel</c> or <c>app</c>.</summary>
    public string? VoiceCallbackType { get; init; }

    /// <summary>SIP URI, number or application id.</summary>
    public string? VoiceCallbackValue { get; init; }

    /// <summary>Webhook for call events; no operation returns it.</summary>
    public string? VoiceStatusCallback { get; init; }

    /// <summary>The application that handles the number (Vonage).</summary>
    public string? AppId { get; init; }

    /// <summary>Read only at the carrier (Vonage).</summary>
    public string? MessagesCallbackType { get; init; }

    /// <summary>Read only at the carrier (Vonage).</summary>
    public string? MessagesCallbackValue { get; init; }

    /// <summary>When the rental began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How many more times the pool service says that it does not know the number.</summary>
    public int PoolRefusalsLeft { get; init; }

    /// <summary>Until when the pool service does not know the number; null: it does.</summary>
    public DateTimeOffset? UnknownToPoolsUntil { get; init; }

    internal StockNumber ToStock() => new(Country, Msisdn, Type, Features, MonthlyFee, SetupFee);
}
