using PulumiNumbers.Emulator.Auth;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Kpn;

/// <summary>KPN: an account of its own at the Numbers API, behind OAuth and a quota.</summary>
public sealed class KpnCarrier
{
    internal KpnCarrier(EmulatorState state, TimeProvider clock)
    {
        Stock = new NumberStock(state, CarrierNames.Kpn, Catalogues.Kpn);
        Competitors = new Competitors(state, Stock);
        Account = new NexmoAccount(state, EmulatorCredentials.KpnClientId, Stock, data => data.Kpn, _ => { });
        Tokens = new AccessTokens(clock);
        QuotaMeter = new QuotaMeter(state.Options.KpnQuota, clock);
    }

    /// <summary>The account that the credentials open.</summary>
    public NexmoAccount Account { get; }

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

    internal void Reset()
    {
        CredentialsRevoked = false;
        Tokens.RevokeAll();
        Competitors.Reset();
        QuotaMeter.Reset();
    }
}
