using System.Globalization;
using System.Net;
using System.Text.Json;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorExclusiveNumberTests : EmulatorTest
{
    private const string Root = "/exclusive_numbers";

    [Fact]
    public async Task CreatedNumber_IsEnabledByDefault_AndReadsBack()
    {
        var created = await PortSip.PostJsonAsync(Root, """{"number":"447700900500"}""");
        var id = (string)created.Json["id"]!;

        var read = await PortSip.GetAsync($"{Root}/{id}");

        Assert.Equal(HttpStatusCode.OK, created.Status);
        Assert.Equal("NzAwNTUxOTA5NzczMTQ4MTYw", id);
        Assert.Equal(
            $$"""{"id":"{{id}}","number":"447700900500","created_at":"2030-01-31T12:00:00Z","enabled":true,"description":""}""", read.Text);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"number":""}""")]
    [InlineData("""{"number":447700900500}""")]
    [InlineData("""{"number":"447700900500","enabled":"yes"}""")]
    [InlineData("""[]""")]
    public async Task A_malformed_number_fails_validation(string body)
    {
        var response = await PortSip.PostJsonAsync(Root, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal("VALIDATE_FAILED", (string?)response.Json["errors"]![0]!["code"]);
        Assert.Equal("field validation failed", (string?)response.Json["errors"]![0]!["message"]);
    }

    [Theory]
    [InlineData(64, 1024, HttpStatusCode.OK)]
    [InlineData(65, 0, HttpStatusCode.BadRequest)]
    [InlineData(1, 1025, HttpStatusCode.BadRequest)]
    public async Task Number_and_description_have_their_lengths(int number, int description, HttpStatusCode status)
    {
        var body = JsonSerializer.Serialize(new { number = new string('1', number), description = new string('x', description) });

        Assert.Equal(status, (await PortSip.PostJsonAsync(Root, body)).Status);
    }

    [Fact]
    public async Task A_number_is_exclusive_once()
    {
        Server.PortSip.Create("447700900500");

        Assert.Equal(HttpStatusCode.BadRequest, (await PortSip.PostJsonAsync(Root, """{"number":"447700900500"}""")).Status);
    }

    [Fact]
    public async Task An_update_replaces_the_whole_number_and_answers_with_no_content()
    {
        var id = Server.PortSip.Create("447700900500", description: "VIP").Id;

        var response = await PortSip.PostJsonAsync($"{Root}/{id}", """{"number":"447700900501","enabled":false}""");

        Assert.Equal((HttpStatusCode.OK, ""), (response.Status, response.Text));
        var number = Server.PortSip.Find(id)!;
        Assert.Equal(("447700900501", false, ""), (number.Number, number.Enabled, number.Description));
    }

    [Fact]
    public async Task A_destroyed_number_is_not_found()
    {
        var id = Server.PortSip.Create("447700900500").Id;

        Assert.Equal(HttpStatusCode.NoContent, (await PortSip.PostJsonAsync($"{Root}/{id}/destroy", "")).Status);
        var gone = await PortSip.GetAsync($"{Root}/{id}");

        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.NotEmpty((string)gone.Json["errors"]![0]!["code"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.PostJsonAsync($"{Root}/{id}/destroy", "")).Status);
    }

    [Fact]
    public async Task The_list_takes_top_and_skip_and_counts_all()
    {
        for (var i = 0; i < 120; i++)
            Server.PortSip.Create(string.Create(CultureInfo.InvariantCulture, $"44770090{i:0000}"));

        Assert.Equal(100, (await PortSip.GetAsync(Root)).Json["items"]!.AsArray().Count);
        var rest = (await PortSip.GetAsync(Root + "?top=50&skip=100")).Json;

        Assert.Equal(20, rest["items"]!.AsArray().Count);
        Assert.Equal(120, (int)rest["count"]!);
        Assert.Equal("447700900100", (string?)rest["items"]![0]!["number"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await PortSip.GetAsync(Root + "?top=-1")).Status);
    }

    [Fact]
    public async Task Agents_are_set_listed_and_removed_queue_by_queue()
    {
        var id = Server.PortSip.Create("447700900500").Id;
        var (sales, support) = (Server.PortSip.Queues[0], Server.PortSip.Queues[1]);
        var queues = $"{Root}/{id}/call_queues";
        Assert.Equal("""{"items":[]}""", (await PortSip.GetAsync(queues)).Text);

        Assert.Equal(HttpStatusCode.OK, (await PortSip.PostJsonAsync($"{queues}/{sales.Id}/agents", """{"items":["1001","1002"]}""")).Status);
        await PortSip.PostJsonAsync($"{queues}/{support.Id}/agents", """{"items":["1003"]}""");
        Assert.Equal(["8001", "8002"], (await PortSip.GetAsync(queues)).Json["items"]!.AsArray().Select(queue => (string)queue!["extension_number"]!));

        await PortSip.PostJsonAsync($"{queues}/{sales.Id}/agents", """{"items":["1002"]}""");
        var agent = Assert.Single((await PortSip.GetAsync($"{queues}/{sales.Id}/agents")).Json["items"]!.AsArray())!;
        Assert.Equal(("agent1002", "Agent 1002", "1002"), ((string?)agent["name"], (string?)agent["display_name"], (string?)agent["extension_number"]));

        Assert.Equal(HttpStatusCode.NoContent, (await PortSip.PostJsonAsync($"{queues}/{sales.Id}/destroy", "")).Status);
        Assert.Equal("""{"items":[]}""", (await PortSip.GetAsync($"{queues}/{sales.Id}/agents")).Text);
        Assert.Equal(support.Id, (string?)Assert.Single((await PortSip.GetAsync(queues)).Json["items"]!.AsArray())!["id"]);
    }

    [Theory]
    [InlineData("""{"items":["12"]}""")]
    [InlineData("""{"items":["abc"]}""")]
    [InlineData("""{"items":["9999"]}""")]
    [InlineData("""{"items":[1001]}""")]
    [InlineData("""{}""")]
    public async Task MalformedOrUnknownExtensions_FailValidation(string body)
    {
        var id = Server.PortSip.Create("447700900500").Id;

        var response = await PortSip.PostJsonAsync($"{Root}/{id}/call_queues/{Server.PortSip.Queues[0].Id}/agents", body);

        Assert.Equal("VALIDATE_FAILED", (string?)response.Json["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task QueuesOfAMissingNumber_AreNotFound()
    {
        var id = Server.PortSip.Create("447700900500").Id;

        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.GetAsync($"{Root}/nothing/call_queues")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.GetAsync($"{Root}/{id}/call_queues/nothing/agents")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.GetAsync("/nothing")).Status);
    }
}

public sealed class EmulatorPortSipLoginTests : EmulatorTest
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
        var response = await LoginAsync((field, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal("UNAUTHORIZED", (string?)response.Json["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task The_system_administrator_logs_in_without_a_domain()
    {
        var response = await LoginAsync(
            ("username", EmulatorCredentials.PortSipAdministrator), ("password", EmulatorCredentials.PortSipAdministratorPassword), ("domain", ""));

        Assert.Equal(HttpStatusCode.OK, response.Status);
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

    private Task<ReceivedResponse> RefreshAsync(string token) => Anonymous(Server.Addresses.PortSip)
        .PostFormAsync(Path, ("grant_type", "refresh_token"), ("refresh_token", token), ("client_id", ClientId));

    private Task<ReceivedResponse> LoginAsync(params (string Name, string Value)[] changes)
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
