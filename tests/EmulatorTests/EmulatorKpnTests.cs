using System.Net;
using System.Text.Json;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Kpn;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorKpnNumbersTests : EmulatorNumbersApiTests
{
    protected override string ForSale => "447700900600";

    protected override NexmoAccount Account => Server.Kpn.Account;

    protected override HttpStatusCode FailureStatus => HttpStatusCode.OK;

    [Fact]
    public async Task Lists_have_trailing_commas_that_a_strict_reader_rejects()
    {
        var response = await (await ClientAsync()).GetAsync("/number/search?country=GB");

        Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(response.Text));
        Assert.Equal(10, Msisdns(response).Count);
    }

    [Fact]
    public async Task What_kpn_rents_does_not_go_into_a_vonage_pool()
    {
        Account.Subscribe(ForSale);
        Server.Vonage.Pools.Create("service");

        var response = await Vonage.PostJsonAsync("/v2/numberpools/accounts/a1b2c3d4/pools/service/numbers", Numbers(ForSale));

        Assert.Equal("add-number-failure", response.ProblemCode);
    }

    [Fact]
    public async Task Kpn_HasNoApplications()
    {
        Account.Subscribe(ForSale);
        var client = await ClientAsync();

        await UpdateAsync(client, ("app_id", "0d3f1c54-1b2a-4e6f-9c3d-5a6b7c8d9e0f"));

        Assert.Null(Account.Find(ForSale)!.AppId);
        Assert.Equal([ForSale], Msisdns(await client.GetAsync("/account/numbers?has_application=true")));
    }

    internal override Task<Carrier> ClientAsync() => KpnAsync();
}

public sealed class EmulatorKpnGatewayTests : EmulatorTest
{
    [Fact]
    public async Task A_token_says_its_lifetime_in_seconds_as_a_string()
    {
        var token = (await KpnTokenAsync()).Json;

        Assert.Equal("Bearer", (string?)token["token_type"]);
        Assert.Equal(JsonValueKind.String, token["expires_in"]!.GetValueKind());
        Assert.Equal("3599", (string?)token["expires_in"]);
        Assert.Equal(Clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture), (string?)token["issued_at"]);
        Assert.Equal("approved", (string?)token["status"]);
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await KpnTokenAsync("wrong")).Status);
    }

    [Fact]
    public async Task GrantType_IsAQueryParameter()
    {
        var response = await Anonymous(Server.Addresses.KpnToken).PostFormAsync(
            "", ("grant_type", "client_credentials"), ("client_id", EmulatorCredentials.KpnClientId), ("client_secret", EmulatorCredentials.KpnClientSecret));

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
    }

    [Fact]
    public async Task A_token_expires_by_the_clock()
    {
        var kpn = await KpnAsync();

        Clock.Advance(TimeSpan.FromSeconds(3598));
        Assert.Equal(HttpStatusCode.OK, (await kpn.GetAsync("/account/numbers")).Status);
        Clock.Advance(TimeSpan.FromSeconds(1));
        var expired = await kpn.GetAsync("/account/numbers");

        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        Assert.Equal("401", (string?)expired.Json["error-code"]);
    }

    [Fact]
    public async Task RevokedTokens_AreRejected_AndRevokedCredentialsGetNoMore()
    {
        var kpn = await KpnAsync();

        Server.Kpn.RevokeTokens();
        Assert.Equal(HttpStatusCode.Unauthorized, (await kpn.GetAsync("/account/numbers")).Status);
        Server.Kpn.CredentialsRevoked = true;
        Assert.Equal(HttpStatusCode.Unauthorized, (await KpnTokenAsync()).Status);
    }

    [Fact]
    public async Task A_call_without_a_token_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await Anonymous(Server.Addresses.Kpn).GetAsync("/account/numbers")).Status);
    }

    [Fact]
    public async Task EveryResponse_CarriesTheQuota_AndCallsBeyondItFail()
    {
        Server.Kpn.QuotaMeter.Set(new KpnQuota { Limit = 2, Interval = 5, TimeUnit = "minute" });
        var kpn = await KpnAsync();

        var first = await kpn.GetAsync("/account/numbers");
        var second = await kpn.GetAsync("/account/numbers");
        var third = await kpn.GetAsync("/account/numbers");
        Assert.Equal(
            ["2", "1", "5", "minute", "n/a"],
            new[] { "quota-limit", "quota-used", "quota-interval", "quota-time-unit", "sunset" }.Select(name => first.Headers[name]));
        Assert.Equal("2", second.Headers["quota-used"]);
        Assert.Equal("2030-01-31T12:05:00Z", second.Headers["quota-reset-UTC"]);
        Assert.Contains("api-version", second.Headers.Keys);
        Assert.Equal(HttpStatusCode.TooManyRequests, third.Status);

        Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("1", (await kpn.GetAsync("/account/numbers")).Headers["quota-used"]);
    }
}
