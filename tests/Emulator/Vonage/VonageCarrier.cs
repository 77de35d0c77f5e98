using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.State;
using PulumiNumbers.Emulator.Vonage.Pools;

namespace PulumiNumbers.Emulator.Vonage;

/// <summary>Vonage: one account with a subaccount. What the Numbers API rents is what Number Pools accepts.</summary>
public sealed class VonageCarrier
{
    private readonly EmulatorState _state;

    internal VonageCarrier(EmulatorState state)
    {
        _state = state;
        Stock = new NumberStock(state, CarrierNames.Vonage, Catalogues.Vonage);
        Competitors = new Competitors(state, Stock);
        Pools = new NumberPools(state);
        Account = NewAccount(EmulatorCredentials.VonageApiKey);
        Subaccount = NewAccount(EmulatorCredentials.VonageSubaccountKey);
    }

    /// <summary>The account that the credentials open.</summary>
    public NexmoAccount Account { get; }

    /// <summary>Its subaccount.</summary>
    public NexmoAccount Subaccount { get; }

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

    internal NexmoAccount? FindAccount(string key) => key switch
    {
        EmulatorCredentials.VonageApiKey => Account,
        EmulatorCredentials.VonageSubaccountKey => Subaccount,
        _ => null,
    };

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
    }

    private NexmoAccount NewAccount(string key) =>
        new(_state, key, Stock, data => data.Vonage.Accounts[key], number => LeavePools(key, number));

    private void LeavePools(string key, string number)
    {
        foreach (var pool in Pools.Data.Values.Where(pool => pool.Settings.AccountId == key))
            pool.Numbers.Remove(number);
    }
}
