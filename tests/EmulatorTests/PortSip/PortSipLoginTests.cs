using System.Net;
using System.Text.Json;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.PortSip;

public sealed class PortSipLoginTests : EmulatorTest
{
    private const string Path = "/login/oauth/token";
    private const string ClientId = "9d806019-75b2-4b3d-bb8b-f5a3a412cc0a";

    [Fact]
    public async Task A_login_gives_a_token_for_half_an_hour()
    {
        var login = await LoginAsync();
        Assert.Equal(JsonValueKind.Number, login.Json["expires_in"]!.GetValueKind());
        Assert.Equal(1800, (int)login.Json["expires_in"]!);
        Assert.Equal("Bearer", (string?)login.Json["token_type"]);
        var client = With((string)login.Json["access_token"]!);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/exclusive_numbers")).Status);
        Clock.Advance(TimeSpan.FromSeconds(1800));
        var expired = await client.GetAsync("/exclusive_numbers");

        Assert.Equal(HttpStatusCode.Unauthorized, expired.Status);
        Assert.Equal("UNAUTHORIZED", (string?)expired.Json["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task A_refresh_token_gives_a_new_token_once()
    {
        var refresh = (string)(await LoginAsync()).Json["refresh_token"]!;
        Clock.Advance(TimeSpan.FromHours(1));

        var renewed = await RefreshAsync(refresh);
        var again = await RefreshAsync(refresh);

        Assert.Equal(HttpStatusCode.OK, (await With((string)renewed.Json["access_token"]!).GetAsync("/exclusive_numbers")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
    }

    [Theory]
    [InlineData("password", "wrong")]
    [InlineData("domain", "other.example.com")]
    [InlineData("domain", "")]
    [InlineData("client_id", "wrong")]
    [InlineData("grant_type", "client_credentials")]
    public async Task A_failed_login_is_400_unauthorized(string field, string value)
    {
        var answer = await LoginAsync((field, value));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("UNAUTHORIZED", (string?)answer.Json["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task The_system_administrator_logs_in_without_a_domain()
    {
        var answer = await LoginAsync(
            ("username", EmulatorCredentials.PortSipAdministrator), ("password", EmulatorCredentials.PortSipAdministratorPassword), ("domain", ""));

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Revoked_tokens_are_refused()
    {
        var login = await LoginAsync();
        Server.PortSip.RevokeTokens(refreshTokensToo: false);

        Assert.Equal(HttpStatusCode.Unauthorized, (await With((string)login.Json["access_token"]!).GetAsync("/exclusive_numbers")).Status);
        Assert.Equal(HttpStatusCode.OK, (await RefreshAsync((string)login.Json["refresh_token"]!)).Status);

        Server.PortSip.CredentialsRevoked = true;
        Assert.Equal(HttpStatusCode.BadRequest, (await LoginAsync()).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await PortSip.GetAsync("/exclusive_numbers")).Status);
    }

    private Carrier With(string token) => Keep(new Carrier(Server.Addresses.PortSip) { Authorization = Carrier.Bearer(token) });

    private Task<Answer> RefreshAsync(string token) => Anonymous(Server.Addresses.PortSip)
        .PostFormAsync(Path, ("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", ClientId));

    private Task<Answer> LoginAsync(params (string Name, string Value)[] changes)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["username"] = EmulatorCredentials.PortSipUsername,
            ["password"] = EmulatorCredentials.PortSipPassword,
            ["domain"] = EmulatorCredentials.PortSipDomain,
            ["scope"] = "all",
            ["client_id"] = ClientId,
        };
        foreach (var (name, value) in changes)
            fields[name] = value;
        return Anonymous(Server.Addresses.PortSip).PostFormAsync(Path, [.. fields.Select(field => (field.Key, field.Value))]);
    }
}
