using System.Net;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorControlTests : EmulatorTest
{
    [Fact]
    public async Task Environment_PointsAProviderAtTheEmulator()
    {
        var environment = (await Control.GetAsync("")).Json["environment"]!;

        Assert.Equal(Server.Addresses.Vonage.AbsoluteUri, (string?)environment["VONAGE_POOLS_URL"]);
        Assert.Equal(EmulatorCredentials.SevenApiKey, (string?)environment["SEVEN_API_KEY"]);
    }

    [Fact]
    public async Task Faults_are_added_listed_with_their_counts_and_taken_back()
    {
        var added = await Control.PostJsonAsync("/faults", """
            [{"carrier":"vonage","method":"GET","path":"**/numbers","times":1,"kind":"status","status":503,"headers":{"Retry-After":"1"},"delay":0.001}]
            """);
        Assert.Equal(HttpStatusCode.NoContent, added.Status);
        var struck = await Vonage.GetAsync("/account/numbers");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "1"), (struck.Status, struck.Headers["Retry-After"]));

        var fault = Assert.Single((await Control.GetAsync("/faults")).Json.AsArray())!;
        Assert.Equal(1, (int)fault["struck"]!);
        await Control.DeleteAsync("/faults");
        Assert.Empty(Server.Faults.All);
    }

    [Theory]
    [InlineData("""[{"kind":"status","statuss":500}]""")]
    [InlineData("""[{"kind":"explode"}]""")]
    [InlineData("""[{"carrier":"vonage"}]""")]
    [InlineData("""null""")]
    [InlineData("""{""")]
    public async Task A_rule_that_is_not_understood_is_refused_with_the_reason(string body)
    {
        var response = await Control.PostJsonAsync("/faults", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.NotEmpty(response.Text);
        Assert.Empty(Server.Faults.All);
    }

    [Fact]
    public async Task Numbers_and_pools_are_changed_from_outside()
    {
        await Control.PostJsonAsync("/numbers", """{"carrier":"kpn","subscribe":["31600001000"],"subscribeMany":2,"snatch":["31600001001"]}""");
        await Control.PostJsonAsync("/numbers", """{"carrier":"vonage","cancel":["447700900000"]}""");
        await Control.PostJsonAsync("/numbers", """{"carrier":"seven","subscribe":["4500005000"]}""");
        await Control.PostJsonAsync("/pools", """{"poolId":"service","add":["447700900001","447700900002"]}""");
        await Control.PostJsonAsync("/pools", """{"poolId":"service","remove":["447700900001"]}""");
        await Control.PostJsonAsync("/exclusive-numbers", """{"create":["447700900500","447700900501"],"delete":["447700900500"]}""");

        Assert.Equal(["31600001000", "33639980000", "33639980001"], Server.Kpn.Account.Numbers.Select(number => number.Msisdn));
        Assert.Null(Server.Kpn.Stock.Find("31600001001"));
        Assert.Null(Server.Vonage.Account.Find("447700900000"));
        Assert.Equal("4500005000", Assert.Single(Server.Seven.Numbers).Number);
        Assert.Equal(["447700900002"], Server.Vonage.Pools.NumbersOf("service"));
        Assert.Equal("447700900501", Assert.Single(Server.PortSip.Numbers).Number);

        await Control.PostJsonAsync("/pools", """{"poolId":"service","delete":true}""");
        Assert.Empty(Server.Vonage.Pools.All);
    }

    [Theory]
    [InlineData("/numbers", """{"carrier":"portsip"}""")]
    [InlineData("/numbers", """{"carrier":"seven","subscribe":["99999999"]}""")]
    [InlineData("/competitors", """{"carrier":"portsip","every":1}""")]
    [InlineData("/tokens/revoke", """{"carrier":"vonage"}""")]
    public async Task A_change_of_what_is_not_there_is_refused(string path, string body)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await Control.PostJsonAsync(path, body)).Status);
    }

    [Fact]
    public async Task Tokens_are_revoked_from_outside()
    {
        var kpn = await KpnAsync();

        await Control.PostJsonAsync("/tokens/revoke", """{"carrier":"kpn","credentialsToo":true}""");

        Assert.Equal(HttpStatusCode.Unauthorized, (await kpn.GetAsync("/account/numbers")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await KpnTokenAsync()).Status);
    }

    [Fact]
    public async Task Requests_and_billing_are_read_from_outside()
    {
        await Vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", "447700900300"));
        await Vonage.GetAsync("/account/numbers");

        var requests = (await Control.GetAsync("/requests?operation=buy")).Json.AsArray();
        var entries = (await Control.GetAsync("/billing?carrier=vonage")).Json["entries"]!.AsArray();

        Assert.Equal("answered", (string?)Assert.Single(requests)!["outcome"]);
        Assert.Equal("purchase", (string?)Assert.Single(entries)!["kind"]);
        Assert.Empty((await Control.GetAsync("/billing?carrier=kpn")).Json["entries"]!.AsArray());
        await Control.DeleteAsync("/requests");
        Assert.Empty((JsonArray)(await Control.GetAsync("/requests")).Json);
    }

    [Fact]
    public async Task A_reset_puts_everything_back()
    {
        await Vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", "447700900300"));
        await Control.PostJsonAsync("/faults", """[{"kind":"reset-before"}]""");
        Server.Vonage.Pools.Create("service", "447700900000");
        Server.PortSip.Create("447700900500");
        Server.Seven.Credit = 1;

        Assert.Equal(HttpStatusCode.NoContent, (await Control.PostJsonAsync("/reset", "")).Status);

        Assert.Equal(200, Server.Vonage.Account.Numbers.Count);
        Assert.NotNull(Server.Vonage.Stock.Find("447700900300"));
        Assert.Empty(Server.Vonage.Pools.All);
        Assert.Empty(Server.PortSip.Numbers);
        Assert.Empty(Server.Billing.Entries);
        Assert.Empty(Server.Faults.All);
        Assert.Empty(Server.Requests.All);
        Assert.Null(Server.Seven.Credit);
    }
}
