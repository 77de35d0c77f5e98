using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Tests.Carriers.Vonage.Numbers;

namespace PulumiNumbers.Tests.Carriers.Kpn;

public sealed class KpnNumbersTests : NexmoNumbersTests
{
    [Fact]
    public async Task Tokens_revoked_in_the_middle_lose_nothing()
    {
        var carrier = Carrier();
        var number = await RentAsync(carrier);
        Server.Kpn.RevokeTokens();

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => carrier.FindOwnedAsync("GB", number, default)));

        Assert.All(found, Assert.NotNull);
        Assert.Equal(2, Count(Operations.Token));
    }

    [Fact]
    public async Task Revoked_credentials_are_told_as_such()
    {
        Server.Kpn.CredentialsRevoked = true;

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => Carrier().FindOwnedAsync("GB", Msisdn.Parse("447700900600"), default));

        Assert.Equal((CarrierErrorKind.Unauthenticated, "invalid_client"), (failure.Kind, failure.Code));
    }

    protected override INumberCarrier Carrier() => Kpn();

    protected override NexmoAccount Account() => Server.Kpn.Account;

    protected override void Snatch(string number) => Server.Kpn.Stock.Snatch(number);
}
