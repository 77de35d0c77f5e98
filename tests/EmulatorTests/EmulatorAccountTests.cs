using System.Net;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

/// <summary>Several accounts of a carrier, and what is recorded of each: requests, purchases.</summary>
public sealed class EmulatorAccountTests : EmulatorTest
{
    private const string Pools = "/v2/numberpools/accounts/";

    private Carrier OtherVonage => Keep(new Carrier(Server.Addresses.Vonage)
    {
        Authorization = Carrier.Basic(EmulatorCredentials.VonageOtherKey, EmulatorCredentials.VonageOtherSecret),
    });

    [Fact]
    public async Task OtherCredentials_AreValid_AndOwnNothing()
    {
        Server.Vonage.Pools.Create("service");
        Server.Seven.Activate(Server.Seven.Stock.Available[0]);
        Server.Kpn.Account.SubscribeMany(3);
        Server.PortSip.Create("1001");
        using var seven = new Carrier(Server.Addresses.Seven) { ApiKey = EmulatorCredentials.SevenOtherApiKey };
        using var portSip = new Carrier(Server.Addresses.PortSip) { Authorization = Carrier.Bearer(EmulatorCredentials.PortSipOtherToken) };
        var token = await Anonymous(Server.Addresses.KpnToken).PostFormAsync(
            "?grant_type=client_credentials",
            ("client_id", EmulatorCredentials.KpnOtherClientId),
            ("client_secret", EmulatorCredentials.KpnOtherClientSecret));
        using var kpn = new Carrier(Server.Addresses.Kpn) { Authorization = Carrier.Bearer((string)token.Json["access_token"]!) };

        Assert.Equal("{}", (await OtherVonage.GetAsync("/account/numbers")).Text);
        Assert.Equal("{}", (await kpn.GetAsync("/account/numbers")).Text);
        Assert.Empty((await seven.GetAsync("/numbers/active")).Json["activeNumbers"]!.AsArray());
        Assert.Empty((await portSip.GetAsync("/exclusive_numbers")).Json["items"]!.AsArray());
        Assert.Equal(0, (int)(await OtherVonage.GetAsync($"{Pools}{EmulatorCredentials.VonageOtherKey}/pools")).Json["total_items"]!);
        Assert.Equal("not-found", (await OtherVonage.GetAsync($"{Pools}{EmulatorCredentials.VonageApiKey}/pools/service")).ProblemCode);
    }

    [Fact]
    public async Task OtherAccount_OwnsWhatItBuys_AndCannotActOnForeignAccounts()
    {
        (string, string)[] form = [("country", "GB"), ("msisdn", "447700900300")];

        await OtherVonage.PostFormAsync("/number/buy", form);
        var foreign = await OtherVonage.PostFormAsync("/number/cancel", ("country", "GB"), ("msisdn", "447700900000"), ("target_api_key", "a1b2c3d4"));

        Assert.Equal((HttpStatusCode)420, foreign.Status);
        Assert.NotNull(Server.Vonage.OtherAccount.Find("447700900300"));
        Assert.Null(Server.Vonage.Account.Find("447700900300"));
        Assert.Equal(EmulatorCredentials.VonageOtherKey, Assert.Single(Server.Billing.PaidFor()).Account);
        Assert.Empty(Server.Billing.PaidFor(account: EmulatorCredentials.VonageApiKey));
    }

    [Fact]
    public async Task RotatedSecret_OpensTheSameAccount_AndTheOldOneIsRejected()
    {
        Server.Vonage.Credentials.Rotate(EmulatorCredentials.VonageApiKey, "a-new-secret");
        using var rotated = new Carrier(Server.Addresses.Vonage) { Authorization = Carrier.Basic(EmulatorCredentials.VonageApiKey, "a-new-secret") };

        Assert.Equal(HttpStatusCode.Unauthorized, (await Vonage.GetAsync("/account/numbers")).Status);
        Assert.Equal(200, (int)(await rotated.GetAsync("/account/numbers")).Json["count"]!);
    }

    [Fact]
    public async Task RotatedKey_OpensTheSameAccount()
    {
        Server.Seven.Activate(Server.Seven.Stock.Available[0]);
        await Control.PostJsonAsync("/credentials", $$"""{"carrier":"seven","id":"a-new-key","account":"{{EmulatorCredentials.SevenAccount}}"}""");
        await Control.PostJsonAsync("/credentials", $$"""{"carrier":"seven","id":"{{EmulatorCredentials.SevenApiKey}}","remove":true}""");
        using var rotated = new Carrier(Server.Addresses.Seven) { ApiKey = "a-new-key" };

        Assert.Equal("900", (await Seven.GetAsync("/numbers/active")).Text);
        Assert.Single((await rotated.GetAsync("/numbers/active")).Json["activeNumbers"]!.AsArray());
    }

    [Fact]
    public async Task OtherPortSipTenant_LogsInWithItsDomain()
    {
        var token = await Anonymous(Server.Addresses.PortSip).PostFormAsync(
            "/login/oauth/token",
            ("grant_type", "password"), ("username", EmulatorCredentials.PortSipUsername), ("password", EmulatorCredentials.PortSipPassword),
            ("domain", EmulatorCredentials.PortSipOtherDomain), ("scope", "all"), ("client_id", "9d806019-75b2-4b3d-bb8b-f5a3a412cc0a"));
        using var other = new Carrier(Server.Addresses.PortSip) { Authorization = Carrier.Bearer((string)token.Json["access_token"]!) };
        var theirs = (string)(await other.PostJsonAsync("/exclusive_numbers", """{"number":"1001"}""")).Json["id"]!;

        Assert.Equal("1001", Assert.Single(Server.PortSip.OtherTenant.Numbers).Number);
        Assert.Empty(Server.PortSip.Numbers);
        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.GetAsync($"/exclusive_numbers/{theirs}")).Status);
    }

    [Fact]
    public async Task Requests_AreCountedByOperation_AndByAccount()
    {
        var vonage = Vonage;
        await vonage.GetAsync("/account/numbers");
        await vonage.GetAsync("/account/numbers");
        await vonage.GetAsync("/no/such/path");
        await OtherVonage.GetAsync("/account/numbers");
        await Seven.GetAsync("/numbers/active");

        Assert.Equal(3, Server.Requests.CountByOperation()["vonage/list-owned"]);
        Assert.Equal(1, Server.Requests.CountByOperation()["vonage/unknown"]);
        Assert.Equal(
            [KeyValuePair.Create("vonage/list-owned", 1)], Server.Requests.CountByOperation(EmulatorCredentials.VonageOtherKey));
    }

    [Fact]
    public async Task Requests_WithinAnySpan_AreCountedByAccount()
    {
        var vonage = Vonage;
        for (var i = 0; i < 3; i++)
            await vonage.GetAsync("/account/numbers");
        Clock.Advance(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 2; i++)
            await vonage.GetAsync("/account/numbers");
        await OtherVonage.GetAsync("/account/numbers");

        Assert.Equal(3, Server.Requests.MaxWithin(TimeSpan.FromSeconds(1))["vonage/a1b2c3d4"]);
        Assert.Equal(5, Server.Requests.MaxWithin(TimeSpan.FromSeconds(1.5))["vonage/a1b2c3d4"]);
        Assert.Equal(1, Server.Requests.MaxWithin(TimeSpan.FromSeconds(1))[$"vonage/{EmulatorCredentials.VonageOtherKey}"]);
        var counts = (await Control.GetAsync("/requests/counts?window=1.5")).Json;
        Assert.Equal(5, (int)counts["maxWithin"]!["vonage/a1b2c3d4"]!);
        Assert.Equal(6, (int)counts["byOperation"]!["vonage/list-owned"]!);
    }

    [Fact]
    public async Task Requests_AboutANumber_AreFoundInPathQueryAndBody()
    {
        var vonage = Vonage;
        await vonage.GetAsync("/account/numbers?pattern=447700900300");
        await vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", "447700900300"));
        await vonage.DeleteAsync($"{Pools}a1b2c3d4/pools/service/numbers/447700900300");
        await vonage.GetAsync("/account/numbers?pattern=4477009003001");

        Assert.Equal(3, Server.Requests.About("447700900300").Count);
        Assert.Equal(3, (await Control.GetAsync("/requests?about=447700900300")).Json.AsArray().Count);
    }

    [Fact]
    public async Task Billing_KnowsWhatIsPaidFor_AndWhatWasBoughtTwice()
    {
        var vonage = Vonage;
        (string, string)[] first = [("country", "GB"), ("msisdn", "447700900300")];
        (string, string)[] second = [("country", "GB"), ("msisdn", "447700900301")];
        await vonage.PostFormAsync("/number/buy", first);
        await vonage.PostFormAsync("/number/buy", second);
        await vonage.PostFormAsync("/number/cancel", first);
        Assert.Empty(Server.Billing.BoughtMoreThanOnce);
        Assert.Equal(["447700900301"], Server.Billing.PaidFor().Select(entry => entry.Number));
        await vonage.PostFormAsync("/number/buy", first);

        Assert.Equal(("447700900300", 2), (Server.Billing.BoughtMoreThanOnce[0].Number, Server.Billing.BoughtMoreThanOnce[0].Times));
        var billing = (await Control.GetAsync("/billing?carrier=vonage")).Json;
        Assert.Equal(2, billing["paidFor"]!.AsArray().Count);
        Assert.Equal(4, billing["entries"]!.AsArray().Count);
        Assert.Equal("a1b2c3d4", (string?)Assert.Single(billing["boughtMoreThanOnce"]!.AsArray())!["account"]);
    }
}
