using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Vonage;
using PulumiNumbers.Emulator.Vonage.Pools;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorPoolTests : EmulatorTest
{
    private const string Pools = "/v2/numberpools/accounts/a1b2c3d4/pools";
    private const string Complete =
        """{"pool_id":"service","fallback":"CustomFrom","localized_sender_preferred":true,"predictable_sender_preferred":false}""";

    [Fact]
    public async Task A_created_pool_reads_back_with_its_settings_and_links()
    {
        var created = await Vonage.PostJsonAsync(Pools, Complete);
        var read = await Vonage.GetAsync(Pools + "/service");

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.Equal(created.Text, read.Text);
        Assert.Equal("service", (string?)read.Json["pool_id"]);
        Assert.Equal("a1b2c3d4", (string?)read.Json["account_id"]);
        Assert.Equal("CustomFrom", (string?)read.Json["fallback"]);
        Assert.True((bool)read.Json["localized_sender_preferred"]!);
        Assert.False((bool)read.Json["predictable_sender_preferred"]!);
        Assert.EndsWith("/pools/service", (string?)read.Json["_links"]!["self"]!["href"], StringComparison.Ordinal);
        Assert.EndsWith("/pools/service/numbers", (string?)read.Json["_links"]!["numbers"]!["href"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"pool_id":"p","fallback":"Pool","localized_sender_preferred":true}""", "predictable_sender_preferred")]
    [InlineData("""{"pool_id":"p","fallback":"pool","localized_sender_preferred":true,"predictable_sender_preferred":true}""", "fallback")]
    [InlineData("""{"pool_id":" ","fallback":"Pool","localized_sender_preferred":true,"predictable_sender_preferred":true}""", "pool_id")]
    [InlineData("""{"pool_id":"p","fallback":"Pool","localized_sender_preferred":"yes","predictable_sender_preferred":true}""", "localized_sender_preferred")]
    public async Task A_pool_with_a_wrong_or_missing_field_is_refused_and_the_field_named(string body, string field)
    {
        var response = await Vonage.PostJsonAsync(Pools, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal("application/problem+json", response.MediaType);
        Assert.Equal("validation", response.ProblemCode);
        Assert.Equal(field, (string?)response.Json["invalid_parameters"]![0]!["name"]);
        Assert.Empty(Server.Vonage.Pools.All);
    }

    [Fact]
    public async Task NonJsonBody_IsRejected_AsInvalidJson()
    {
        var response = await Vonage.PostJsonAsync(Pools, "{pool");

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal("invalid-json", response.ProblemCode);
    }

    [Fact]
    public async Task PoolId_IsUniqueAcrossAccounts()
    {
        Server.Vonage.Pools.Put(new EmulatedPool { PoolId = "service", AccountId = EmulatorCredentials.VonageSubaccountKey });

        var response = await Vonage.PostJsonAsync(Pools, Complete);

        Assert.Equal(HttpStatusCode.Conflict, response.Status);
        Assert.Equal("pool-id-exists", response.ProblemCode);
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        await Vonage.PostJsonAsync(Pools, Complete);

        var response = await Vonage.PatchJsonAsync(Pools + "/service", """{"fallback":"Reject"}""");

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(
            new EmulatedPool { PoolId = "service", Fallback = "Reject", LocalizedSenderPreferred = true },
            Server.Vonage.Pools.Find("service"));
    }

    [Fact]
    public async Task An_update_of_another_accounts_pool_is_a_conflict()
    {
        Server.Vonage.Pools.Put(new EmulatedPool { PoolId = "theirs", AccountId = EmulatorCredentials.VonageSubaccountKey });

        var response = await Vonage.PatchJsonAsync(Pools + "/theirs", """{"fallback":"Reject"}""");

        Assert.Equal(HttpStatusCode.Conflict, response.Status);
        Assert.Equal("account-id-mismatch", response.ProblemCode);
    }

    [Fact]
    public async Task A_deleted_pool_is_described_once_more_and_gone_with_its_numbers()
    {
        Server.Vonage.Pools.Create("service", "447700900000");

        var deleted = await Vonage.DeleteAsync(Pools + "/service");
        var again = await Vonage.DeleteAsync(Pools + "/service");

        Assert.Equal(HttpStatusCode.OK, deleted.Status);
        Assert.Equal("service", (string?)deleted.Json["pool_id"]);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Equal("not-found", again.ProblemCode);
    }

    [Fact]
    public async Task An_account_sees_its_own_pools_only()
    {
        Server.Vonage.Pools.Create("mine");
        Server.Vonage.Pools.Put(new EmulatedPool { PoolId = "theirs", AccountId = EmulatorCredentials.VonageSubaccountKey });

        var list = await Vonage.GetAsync(Pools);
        var theirs = await Vonage.GetAsync(Pools + "/theirs");

        Assert.Equal("mine", (string?)Assert.Single(list.Json["_embedded"]!["pools"]!.AsArray())!["pool_id"]);
        Assert.Equal(HttpStatusCode.NotFound, theirs.Status);
    }

    [Theory]
    [InlineData("e5f6a7b8", "not-found")]
    [InlineData("zzzzzzzz", "not-found")]
    [InlineData("NOT-A-KEY", "invalid-api-key")]
    public async Task A_path_with_another_account_is_not_found(string account, string code)
    {
        var response = await Vonage.GetAsync($"/v2/numberpools/accounts/{account}/pools");

        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Equal(code, response.ProblemCode);
    }

    [Fact]
    public async Task Wrong_credentials_are_a_problem_with_a_trace_id()
    {
        var stranger = Keep(new Carrier(Server.Addresses.Vonage) { Authorization = Carrier.Basic("a1b2c3d4", "wrong") });

        var response = await stranger.GetAsync(Pools);

        Assert.Equal(HttpStatusCode.Unauthorized, response.Status);
        Assert.Equal("unauthorized", response.ProblemCode);
        Assert.Equal(Server.Requests.All[0].TraceId, (string?)response.Json["instance"]);
    }

    [Theory]
    [InlineData(AccountCondition.LowBalance, HttpStatusCode.PaymentRequired, "low-balance")]
    [InlineData(AccountCondition.Suspended, HttpStatusCode.Forbidden, "account-suspended")]
    [InlineData(AccountCondition.Unprovisioned, HttpStatusCode.Forbidden, "unprovisioned")]
    public async Task AccountInBadCondition_GetsTheMatchingError(AccountCondition condition, HttpStatusCode status, string code)
    {
        Server.Vonage.Condition = condition;

        var response = await Vonage.GetAsync(Pools);

        Assert.Equal(status, response.Status);
        Assert.Equal(code, response.ProblemCode);
    }

    [Fact]
    public async Task A_pool_id_with_a_slash_stays_in_its_segment()
    {
        await Vonage.PostJsonAsync(Pools, Complete.Replace("service", "../x", StringComparison.Ordinal));

        var read = await Vonage.GetAsync(Pools + "/..%2Fx");

        Assert.Equal("../x", (string?)read.Json["pool_id"]);
    }
}

public sealed class EmulatorPoolPageTests : EmulatorTest
{
    private const string Path = "/v2/numberpools/accounts/a1b2c3d4/pools/service/numbers";

    [Fact]
    public async Task Pages_follow_their_links_to_the_last_which_has_no_next()
    {
        var expected = Server.Vonage.Account.SubscribeMany(23);
        Server.Vonage.Pools.Create("service", expected);
        var seen = new List<string>();
        var pages = 0;

        for (JsonNode? next = JsonValue.Create(Server.Addresses.Vonage.AbsoluteUri + Path); next is not null; pages++)
        {
            var page = (await Vonage.GetAsync(((string)next!)[Server.Addresses.Vonage.AbsoluteUri.Length..])).Json;
            Assert.Equal(pages + 1, (int)page["page"]!);
            Assert.Equal(10, (int)page["page_size"]!);
            Assert.Equal(3, (int)page["total_pages"]!);
            Assert.Equal(23, (int)page["total_items"]!);
            Assert.Equal(pages > 0, page["_links"]!["previous"] is not null);
            Assert.NotNull(page["_links"]!["first"]);
            Assert.NotNull(page["_links"]!["last"]);
            seen.AddRange(page["_embedded"]!["numbers"]!.AsArray().Select(number => (string)number!));
            next = page["_links"]!["next"]?["href"];
        }

        Assert.Equal(3, pages);
        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData("page_size=0", "page_size")]
    [InlineData("page_size=101", "page_size")]
    [InlineData("page_size=ten", "page_size")]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    public async Task InvalidPage_IsRejected(string query, string parameter)
    {
        Server.Vonage.Pools.Create("service");

        var response = await Vonage.GetAsync($"{Path}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(parameter, (string?)response.Json["invalid_parameters"]![0]!["name"]);
    }

    [Fact]
    public async Task An_empty_pool_has_one_empty_page()
    {
        Server.Vonage.Pools.Create("service");

        var page = (await Vonage.GetAsync(Path)).Json;

        Assert.Equal(1, (int)page["total_pages"]!);
        Assert.Empty(page["_embedded"]!["numbers"]!.AsArray());
        Assert.Null(page["_links"]!["next"]);
    }

    [Fact]
    public async Task Numbers_of_a_pool_that_is_not_there_are_not_found()
    {
        var response = await Vonage.GetAsync(Path);

        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Equal("not-found", response.ProblemCode);
    }
}

/// <summary>What the documents leave open, chosen by options.</summary>
public sealed class EmulatorPoolBehaviorTests
{
    private const string Pool = "/v2/numberpools/accounts/a1b2c3d4/pools/service";

    [Theory]
    [InlineData(PoolDeletion.WrongVerb, HttpStatusCode.MethodNotAllowed, "wrong-verb")]
    [InlineData(PoolDeletion.NotImplemented, HttpStatusCode.NotImplemented, "not-implemented")]
    public async Task An_account_may_be_unable_to_delete_pools(PoolDeletion deletion, HttpStatusCode status, string code)
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Behavior = new() { PoolDeletion = deletion } });
        using var vonage = Client(server);
        server.Vonage.Pools.Create("service");

        var response = await vonage.DeleteAsync(Pool);

        Assert.Equal(status, response.Status);
        Assert.Equal(code, response.ProblemCode);
        Assert.NotNull(server.Vonage.Pools.Find("service"));
    }

    [Fact]
    public async Task Success_may_have_the_other_documented_statuses()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Behavior = new() { PoolAnswers = PoolAnswerStyle.Alternative } });
        using var vonage = Client(server);
        var numbers = """{"numbers":["447700900000"]}""";

        var created = await vonage.PostJsonAsync(
            "/v2/numberpools/accounts/a1b2c3d4/pools",
            """{"pool_id":"service","fallback":"Pool","localized_sender_preferred":false,"predictable_sender_preferred":false}""");
        var updated = await vonage.PatchJsonAsync(Pool, """{"fallback":"Reject"}""");
        var added = await vonage.PostJsonAsync(Pool + "/numbers", numbers);
        var removed = await vonage.PostJsonAsync(Pool + "/numbers/delete", numbers);
        var deleted = await vonage.DeleteAsync(Pool);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.OK, HttpStatusCode.NoContent, HttpStatusCode.NoContent],
            new[] { created, updated, added, removed, deleted }.Select(response => response.Status));
    }

    [Fact]
    public async Task A_bought_number_may_be_unknown_to_the_pool_service_for_some_attempts()
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Behavior = new() { PoolAdmissionRefusals = 2 } });
        using var vonage = Client(server);
        server.Vonage.Pools.Create("service");
        await vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", "447700900300"));

        var statuses = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 3; attempt++)
            statuses.Add((await vonage.PostJsonAsync(Pool + "/numbers", """{"numbers":["447700900300"]}""")).Status);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.Created], statuses);
    }

    [Fact]
    public async Task A_bought_number_may_be_unknown_to_the_pool_service_for_some_time()
    {
        var clock = new FakeTimeProvider();
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Behavior = new() { PoolAdmissionDelay = TimeSpan.FromMinutes(1) } }, clock);
        using var vonage = Client(server);
        server.Vonage.Pools.Create("service");
        await vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", "447700900300"));

        var early = await vonage.PostJsonAsync(Pool + "/numbers", """{"numbers":["447700900300"]}""");
        clock.Advance(TimeSpan.FromMinutes(1));
        var late = await vonage.PostJsonAsync(Pool + "/numbers", """{"numbers":["447700900300"]}""");

        Assert.Equal(HttpStatusCode.BadRequest, early.Status);
        Assert.Equal(HttpStatusCode.Created, late.Status);
    }

    [Theory]
    [InlineData(RemovalErrorShape.Wrapped, true)]
    [InlineData(RemovalErrorShape.Unwrapped, false)]
    public async Task The_shape_of_removal_errors_can_be_fixed(RemovalErrorShape shape, bool wrapped)
    {
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Behavior = new() { RemovalErrors = shape } });
        using var vonage = Client(server);
        server.Vonage.Pools.Create("service");

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var response = await vonage.PostJsonAsync(Pool + "/numbers/delete", """{"numbers":["447700900300"]}""");
            Assert.Equal(wrapped, response.Json["errors"]![0]!["error"] is not null);
        }
    }

    private static Carrier Client(EmulatorServer server) => new(server.Addresses.Vonage)
    {
        Authorization = Carrier.Basic(EmulatorCredentials.VonageApiKey, EmulatorCredentials.VonageApiSecret),
    };
}
