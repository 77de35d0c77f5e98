using System.Net;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Vonage;
using PulumiNumbers.Emulator.Vonage.Pools;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.Vonage;

public sealed class PoolTests : EmulatorTest
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
        var answer = await Vonage.PostJsonAsync(Pools, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("application/problem+json", answer.MediaType);
        Assert.Equal("validation", answer.ProblemCode);
        Assert.Equal(field, (string?)answer.Json["invalid_parameters"]![0]!["name"]);
        Assert.Empty(Server.Vonage.Pools.All);
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_refused_as_such()
    {
        var answer = await Vonage.PostJsonAsync(Pools, "{pool");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("invalid-json", answer.ProblemCode);
    }

    [Fact]
    public async Task A_pool_id_is_taken_once_at_vonage_whoever_has_it()
    {
        Server.Vonage.Pools.Put(new EmulatedPool { PoolId = "service", AccountId = EmulatorCredentials.VonageSubaccountKey });

        var answer = await Vonage.PostJsonAsync(Pools, Complete);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("pool-id-exists", answer.ProblemCode);
    }

    [Fact]
    public async Task An_update_changes_what_it_names_and_nothing_else()
    {
        await Vonage.PostJsonAsync(Pools, Complete);

        var answer = await Vonage.PatchJsonAsync(Pools + "/service", """{"fallback":"Reject"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            new EmulatedPool { PoolId = "service", Fallback = "Reject", LocalizedSenderPreferred = true },
            Server.Vonage.Pools.Find("service"));
    }

    [Fact]
    public async Task An_update_of_another_accounts_pool_is_a_conflict()
    {
        Server.Vonage.Pools.Put(new EmulatedPool { PoolId = "theirs", AccountId = EmulatorCredentials.VonageSubaccountKey });

        var answer = await Vonage.PatchJsonAsync(Pools + "/theirs", """{"fallback":"Reject"}""");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Equal("account-id-mismatch", answer.ProblemCode);
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
        var answer = await Vonage.GetAsync($"/v2/numberpools/accounts/{account}/pools");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(code, answer.ProblemCode);
    }

    [Fact]
    public async Task Wrong_credentials_are_a_problem_with_a_trace_id()
    {
        var stranger = Keep(new Carrier(Server.Addresses.Vonage) { Authorization = Carrier.Basic("a1b2c3d4", "wrong") });

        var answer = await stranger.GetAsync(Pools);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.Status);
        Assert.Equal("unauthorized", answer.ProblemCode);
        Assert.Equal(Server.Requests.All[0].TraceId, (string?)answer.Json["instance"]);
    }

    [Theory]
    [InlineData(AccountCondition.LowBalance, HttpStatusCode.PaymentRequired, "low-balance")]
    [InlineData(AccountCondition.Suspended, HttpStatusCode.Forbidden, "account-suspended")]
    [InlineData(AccountCondition.Unprovisioned, HttpStatusCode.Forbidden, "unprovisioned")]
    public async Task An_account_in_a_bad_condition_is_told_so(AccountCondition condition, HttpStatusCode status, string code)
    {
        Server.Vonage.Condition = condition;

        var answer = await Vonage.GetAsync(Pools);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.ProblemCode);
    }

    [Fact]
    public async Task A_pool_id_with_a_slash_stays_in_its_segment()
    {
        await Vonage.PostJsonAsync(Pools, Complete.Replace("service", "../x", StringComparison.Ordinal));

        var read = await Vonage.GetAsync(Pools + "/..%2Fx");

        Assert.Equal("../x", (string?)read.Json["pool_id"]);
    }
}
