using System.Net;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Vonage.Pools;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.Vonage;

/// <summary>What the documents leave open, chosen by options.</summary>
public sealed class PoolOptionTests
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

        var answer = await vonage.DeleteAsync(Pool);

        Assert.Equal(status, answer.Status);
        Assert.Equal(code, answer.ProblemCode);
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
            new[] { created, updated, added, removed, deleted }.Select(answer => answer.Status));
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
        var clock = new ManualClock();
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
            var answer = await vonage.PostJsonAsync(Pool + "/numbers/delete", """{"numbers":["447700900300"]}""");
            Assert.Equal(wrapped, answer.Json["errors"]![0]!["error"] is not null);
        }
    }

    private static Carrier Client(EmulatorServer server) => new(server.Addresses.Vonage)
    {
        Authorization = Carrier.Basic(EmulatorCredentials.VonageApiKey, EmulatorCredentials.VonageApiSecret),
    };
}
