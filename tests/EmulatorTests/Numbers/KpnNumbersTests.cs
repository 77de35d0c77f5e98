using System.Net;
using System.Text.Json;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.Numbers;

public sealed class KpnNumbersTests : NumbersApiTests
{
    protected override string ForSale => "447700900600";

    protected override NexmoAccount Account => Server.Kpn.Account;

    protected override HttpStatusCode FailureStatus => HttpStatusCode.OK;

    [Fact]
    public async Task Lists_have_trailing_commas_that_a_strict_reader_rejects()
    {
        var answer = await (await ClientAsync()).GetAsync("/number/search?country=GB");

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(answer.Text));
        Assert.Equal(10, Msisdns(answer).Count);
    }

    [Fact]
    public async Task What_kpn_rents_does_not_go_into_a_vonage_pool()
    {
        Account.Subscribe(ForSale);
        Server.Vonage.Pools.Create("service");

        var answer = await Vonage.PostJsonAsync("/v2/numberpools/accounts/a1b2c3d4/pools/service/numbers", Numbers(ForSale));

        Assert.Equal("add-number-failure", answer.ProblemCode);
    }

    [Fact]
    public async Task Kpn_knows_no_applications()
    {
        Account.Subscribe(ForSale);
        var client = await ClientAsync();

        await UpdateAsync(client, ("app_id", "0d3f1c54-1b2a-4e6f-9c3d-5a6b7c8d9e0f"));

        Assert.Null(Account.Find(ForSale)!.AppId);
        Assert.Equal([ForSale], Msisdns(await client.GetAsync("/account/numbers?has_application=true")));
    }

    internal override Task<Carrier> ClientAsync() => KpnAsync();
}
