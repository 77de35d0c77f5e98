using System.Net;
using System.Text.Json;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Kpn;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.Kpn;

public sealed class KpnGatewayTests : EmulatorTest
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
    public async Task The_grant_type_stands_in_the_query()
    {
        var answer = await Anonymous(Server.Addresses.KpnToken).PostFormAsync(
            "", ("grant_type", "client_credentials"), ("client_id", EmulatorCredentials.KpnClientId), ("client_secret", EmulatorCredentials.KpnClientSecret));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
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
    public async Task Revoked_tokens_are_worthless_and_revoked_credentials_get_no_more()
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
    public async Task Every_answer_tells_the_quota_and_past_it_calls_fail()
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
