using PulumiNumbers.Emulator.Auth;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.State;
using PulumiNumbers.Emulator.Vonage.Pools;

namespace PulumiNumbers.Emulator.Vonage;

/// <summary>Vonage: one account with a subaccount. What the Numbers API rents is what Number Pools accepts.</summary>
public sealed class VonageCarrier
{
    private readonly EmulatorState _state;
    private readonly Dictionary<string, NexmoAccount> _accounts = new(StringComparer.Ordinal);

    internal VonageCarrier(EmulatorState state)
    {
        _state = state;
        Stock = new NumberStock(state, CarrierNames.Vonage, Catalogues.Vonage);
        Competitors = new Competitors(state, Stock);
        Pools = new NumberPools(state);
        Credentials = new CarrierCredentials(state, CarrierNames.Vonage);
    }

    /// <summary>The account that the usual credentials open.</summary>
    public NexmoAccount Account => AccountOf(EmulatorCredentials.VonageApiKey);

    /// <summary>Its subaccount.</summary>
    public NexmoAccount Subaccount => AccountOf(EmulatorCredentials.VonageSubaccountKey);

    /// <summary>The account that <see cref="EmulatorCredentials.VonageOtherKey"/> opens.</summary>
    public NexmoAccount OtherAccount => AccountOf(EmulatorCredentials.VonageOtherKey);

    /// <summary>Who may come in, and to which account.</summary>
    public CarrierCredentials Credentials { get; }

    /// <summary>The pools of both.</summary>
    public NumberPools Pools { get; }

    /// <summary>What is for sale.</summary>
    public NumberStock Stock { get; }

    /// <summary>Other customers.</summary>
    public Competitors Competitors { get; }

    /// <summary>What is wrong with the account as a whole.</summary>
    public AccountCondition Condition { get; set; }

    /// <summary>While true, right credentials are refused as wrong ones are.</summary>
    public bool CredentialsRevoked { get; set; }

    /// <summary>An account by its API key.</summary>
    public NexmoAccount AccountOf(string key)
    {
        lock (_state.Gate)
            return _accounts.TryGetValue(key, out var account) ? account : _accounts[key] = NewAccount(key);
    }

    internal void Seed() => Account.Subscribe(
        new NumberRange(
            "GB", Catalogues.OwnedFrom, _state.Options.VonageOwnedNumbers, NumberType.MobileLvn,
            NumberFeatures.Sms | NumberFeatures.Voice, 1.25m)
        .Numbers().Select(NexmoAccount.ToRental).ToArray());

    internal void Reset()
    {
        Condition = AccountCondition.Good;
        CredentialsRevoked = false;
        Competitors.Reset();
        _accounts.Clear();
        Stock.History.Clear();
        Pools.ClearHistory();
    }

    private NexmoAccount NewAccount(string key) =>
        new(_state, key, Stock, data => data.Vonage.AccountOf(key), number => LeavePools(key, number));

    private void LeavePools(string key, string number)
    {
        foreach (var pool in Pools.Data.Values.Where(pool => pool.Settings.AccountId == key && pool.Numbers.Contains(number)))
            Pools.Remove(pool.Settings.PoolId, number);
    }
}
