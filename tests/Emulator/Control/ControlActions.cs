using System.Text.Json;
using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Control;

/// <summary>Applies changes that come in from outside. What they name and is not there is a <see cref="JsonException"/>, which the sender sees.</summary>
internal sealed class ControlActions(EmulatorServer emulator)
{
    public void Apply(NumbersChange change)
    {
        StockOf(change.Carrier).Snatch(change.Snatch);
        if (change.Carrier == CarrierNames.Seven)
        {
            emulator.Seven.Activate([.. change.Subscribe.Select(number =>
                emulator.Seven.Stock.Find(number) ?? throw new JsonException($"seven does not offer {number}."))]);
            emulator.Seven.Remove(change.Cancel);
            return;
        }

        var account = change.Carrier == CarrierNames.Vonage ? emulator.Vonage.Account : emulator.Kpn.Account;
        account.Subscribe(change.Subscribe);
        account.SubscribeMany(change.SubscribeMany);
        account.Cancel(change.Cancel);
    }

    public void Apply(PoolChange change)
    {
        if (change.Delete)
        {
            emulator.Vonage.Pools.Delete(change.PoolId);
            return;
        }

        if (emulator.Vonage.Pools.Find(change.PoolId) is null)
            emulator.Vonage.Pools.Create(change.PoolId);
        emulator.Vonage.Pools.Add(change.PoolId, change.Add);
        emulator.Vonage.Pools.Remove(change.PoolId, change.Remove);
    }

    public void Apply(ExclusiveNumberChange change)
    {
        foreach (var number in change.Create)
            emulator.PortSip.Create(number);
        foreach (var number in emulator.PortSip.Numbers.Where(number => change.Delete.Contains(number.Number, StringComparer.Ordinal)))
            emulator.PortSip.Delete(number.Id);
    }

    public void Apply(CompetitorChange change)
    {
        var competitors = change.Carrier switch
        {
            CarrierNames.Vonage => emulator.Vonage.Competitors,
            CarrierNames.Kpn => emulator.Kpn.Competitors,
            CarrierNames.Seven => emulator.Seven.Competitors,
            _ => throw Unknown(change.Carrier),
        };
        competitors.SnatchEvery(change.Every, change.Moment);
    }

    public void Apply(TokenRevocation revocation)
    {
        switch (revocation.Carrier)
        {
            case CarrierNames.Kpn:
                emulator.Kpn.RevokeTokens();
                emulator.Kpn.CredentialsRevoked = revocation.CredentialsToo;
                break;
            case CarrierNames.PortSip:
                emulator.PortSip.RevokeTokens();
                emulator.PortSip.CredentialsRevoked = revocation.CredentialsToo;
                break;
            default:
                throw Unknown(revocation.Carrier);
        }
    }

    private NumberStock StockOf(string carrier) => carrier switch
    {
        CarrierNames.Vonage => emulator.Vonage.Stock,
        CarrierNames.Kpn => emulator.Kpn.Stock,
        CarrierNames.Seven => emulator.Seven.Stock,
        _ => throw Unknown(carrier),
    };

    private static JsonException Unknown(string carrier) => new($"There is no such carrier here: {carrier}.");
}
