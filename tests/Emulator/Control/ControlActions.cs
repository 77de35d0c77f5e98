using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Auth;
using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Control;

/// <summary>Applies changes that come in from outside. What they name and does not exist is a <see cref="JsonException"/>, which the sender sees.</summary>
internal sealed class ControlActions(EmulatorServer emulator)
{
    /// <summary>
    /// Changes the named variants and leaves the others; with a <c>profile</c> the others are that profile's.
    /// </summary>
    public void ApplyBehavior(JsonObject change)
    {
        var @base = emulator.Behavior;
        if (change.Remove("profile", out var name)
            && !EmulatorProfile.ByName.TryGetValue(name?.GetValue<string>() ?? "", out @base!))
        {
            throw new JsonException($"There is no profile {name}.");
        }

        var merged = JsonSerializer.SerializeToNode(@base, ControlJson.Options)!.AsObject();
        foreach (var (member, value) in change)
            merged[member] = value?.DeepClone();
        emulator.Behavior = merged.Deserialize<EmulatorBehavior>(ControlJson.Options)!;
    }

    public void Apply(SeedInventory inventory)
    {
        try
        {
            emulator.Arrange(inventory);
        }
        catch (KeyNotFoundException e)
        {
            throw new JsonException(e.Message, e);
        }
    }

    public void Apply(NumbersChange change)
    {
        StockOf(change.Carrier).Snatch(change.Snatch);
        if (change.Carrier == CarrierNames.Seven)
        {
            var seven = emulator.Seven.AccountOf(change.Account ?? emulator.Seven.Account.Id);
            seven.Activate([.. change.Subscribe.Select(number =>
                emulator.Seven.Stock.Find(number) ?? throw new JsonException($"seven does not offer {number}."))]);
            seven.Remove(change.Cancel);
            return;
        }

        var account = change.Carrier == CarrierNames.Vonage
            ? emulator.Vonage.AccountOf(change.Account ?? emulator.Vonage.Account.Id)
            : emulator.Kpn.AccountOf(change.Account ?? emulator.Kpn.Account.Id);
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
        var tenant = emulator.PortSip.TenantOf(change.Domain);
        foreach (var number in change.Create)
            tenant.Create(number);
        foreach (var number in tenant.Numbers.Where(number => change.Delete.Contains(number.Number, StringComparer.Ordinal)))
            tenant.Delete(number.Id);
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

    public void Apply(CredentialChange change)
    {
        var credentials = CredentialsOf(change.Carrier);
        if (change.Remove)
            credentials.Remove(change.Id);
        else if (change.Account is { } account)
            credentials.Set(change.Id, change.Secret, account);
        else if (!credentials.TryRotate(change.Id, change.Secret))
            throw new JsonException($"{change.Carrier} does not know {change.Id}: name the account that it opens.");
    }

    public void Apply(TimeChange change)
    {
        if (change.Advance < TimeSpan.Zero)
            throw new JsonException("Time cannot be put back.");
        emulator.AdvanceTime(change.Advance);
    }

    private CarrierCredentials CredentialsOf(string carrier) => carrier switch
    {
        CarrierNames.Vonage => emulator.Vonage.Credentials,
        CarrierNames.Kpn => emulator.Kpn.Credentials,
        CarrierNames.Seven => emulator.Seven.Credentials,
        CarrierNames.PortSip => emulator.PortSip.Credentials,
        _ => throw Unknown(carrier),
    };

    private NumberStock StockOf(string carrier) => carrier switch
    {
        CarrierNames.Vonage => emulator.Vonage.Stock,
        CarrierNames.Kpn => emulator.Kpn.Stock,
        CarrierNames.Seven => emulator.Seven.Stock,
        _ => throw Unknown(carrier),
    };

    private static JsonException Unknown(string carrier) => new($"There is no such carrier here: {carrier}.");
}
