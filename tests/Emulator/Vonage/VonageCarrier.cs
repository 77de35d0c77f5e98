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

/// <summary>Vonage's saved state: accounts by API key, pools by id.</summary>
internal sealed class VonageData
{
    public Dictionary<string, NexmoAccountData> Accounts { get; init; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, PoolData> Pools { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Partial removals so far; decides the alternating shape of their errors.</summary>
    public int PartialRemovals { get; set; }

    /// <summary>An account's data; one that is not known yet owns nothing.</summary>
    public NexmoAccountData AccountOf(string key) => Accounts.TryGetValue(key, out var known) ? known : Accounts[key] = new();
}

/// <summary>What may be wrong with a Vonage account as a whole.</summary>
public enum AccountCondition
{
    /// <summary>Nothing.</summary>
    Good,

    /// <summary>The pool service answers 402 <c>#low-balance</c>; purchases are refused.</summary>
    LowBalance,

    /// <summary>The pool service answers 403 <c>#account-suspended</c>; purchases are refused.</summary>
    Suspended,

    /// <summary>The pool service answers 403 <c>#unprovisioned</c>: the product is not enabled for the account.</summary>
    Unprovisioned,
}
