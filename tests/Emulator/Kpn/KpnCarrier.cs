using PulumiNumbers.Emulator.Auth;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Kpn;

/// <summary>KPN: an account of its own at the Numbers API, behind OAuth and a quota.</summary>
public sealed class KpnCarrier
{
    private readonly EmulatorState _state;
    private readonly Dictionary<string, NexmoAccount> _accounts = new(StringComparer.Ordinal);

    internal KpnCarrier(EmulatorState state, TimeProvider clock)
    {
        _state = state;
        Credentials = new CarrierCredentials(state, CarrierNames.Kpn);
        Stock = new NumberStock(state, CarrierNames.Kpn, Catalogues.Kpn);
        Competitors = new Competitors(state, Stock);
        Tokens = new AccessTokens(clock);
        QuotaMeter = new QuotaMeter(state.Options.KpnQuota, clock);
    }

    /// <summary>The account that the usual credentials open.</summary>
    public NexmoAccount Account => AccountOf(EmulatorCredentials.KpnClientId);

    /// <summary>The account that <see cref="EmulatorCredentials.KpnOtherClientId"/> opens.</summary>
    public NexmoAccount OtherAccount => AccountOf(EmulatorCredentials.KpnOtherClientId);

    /// <summary>Who may come in, and to which account.</summary>
    public CarrierCredentials Credentials { get; }

    /// <summary>What is for sale.</summary>
    public NumberStock Stock { get; }

    /// <summary>Other customers.</summary>
    public Competitors Competitors { get; }

    /// <summary>While true, no token is handed out.</summary>
    public bool CredentialsRevoked { get; set; }

    /// <summary>The quota and what is used of it.</summary>
    public QuotaMeter QuotaMeter { get; }

    internal AccessTokens Tokens { get; }

    /// <summary>Makes every token that was handed out worthless.</summary>
    public void RevokeTokens() => Tokens.RevokeAll();

    /// <summary>An account by its id.</summary>
    public NexmoAccount AccountOf(string id)
    {
        lock (_state.Gate)
        {
            return _accounts.TryGetValue(id, out var account)
                ? account
                : _accounts[id] = new NexmoAccount(_state, id, Stock, data => data.Kpn.TryGetValue(id, out var known) ? known : data.Kpn[id] = new(), _ => { });
        }
    }

    internal void Reset()
    {
        _accounts.Clear();
        Stock.History.Clear();
        CredentialsRevoked = false;
        Tokens.RevokeAll();
        Competitors.Reset();
        QuotaMeter.Reset();
    }
}
