using System.Collections.Immutable;
using System.Net;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Log;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorFaultTests : EmulatorTest
{
    private const string ForSale = "447700900300";
    private static readonly FaultRule AnyBuy = new() { Kind = FaultKind.Status, Carrier = CarrierNames.Vonage, Operation = Operations.Buy };

    private bool Bought => Server.Vonage.Account.Find(ForSale) is not null;

    [Fact]
    public async Task A_status_comes_with_its_headers_and_the_carriers_error_and_nothing_happens()
    {
        Server.Faults.Add(AnyBuy with { Status = 429, Headers = ImmutableDictionary<string, string>.Empty.Add("Retry-After", "7") });

        var response = await BuyAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, response.Status);
        Assert.Equal("7", response.Headers["Retry-After"]);
        Assert.Equal("429", (string?)response.Json["error-code"]);
        Assert.False(Bought);
    }

    [Fact]
    public async Task A_status_may_come_after_the_effect_and_with_a_body_of_its_own()
    {
        Server.Faults.Add(AnyBuy with { Status = 503, Moment = FaultMoment.AfterEffect, Body = "busy", ContentType = "text/plain" });

        var response = await BuyAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "busy", "text/plain"), (response.Status, response.Text, response.MediaType));
        Assert.True(Bought);
    }

    [Theory]
    [InlineData(FaultKind.ResetBefore, false)]
    [InlineData(FaultKind.ResetAfter, true)]
    [InlineData(FaultKind.Truncated, true)]
    public async Task Reset_LeavesNoResponse_AndItsKindDecidesWhetherItTookEffect(FaultKind kind, bool happened)
    {
        Server.Faults.Add(AnyBuy with { Kind = kind });

        await Assert.ThrowsAnyAsync<HttpRequestException>(BuyAsync);

        Assert.Equal(happened, Bought);
        var entry = Assert.Single(Server.Requests.All);
        Assert.Equal(RequestOutcome.Reset, entry.Outcome);
        Assert.Equal(happened ? ["bought GB 447700900300"] : [], entry.Effects);
        Assert.NotNull(entry.Fault);
    }

    [Theory]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Garbage)]
    public async Task An_unreadable_body_comes_with_the_right_status(FaultKind kind)
    {
        Server.Faults.Add(AnyBuy with { Kind = kind });

        var response = await BuyAsync();

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => response.Json);
        Assert.True(Bought);
    }

    [Fact]
    public async Task GatewayPage_ReplacesTheOperation()
    {
        Server.Faults.Add(AnyBuy with { Kind = FaultKind.Html });

        var response = await BuyAsync();

        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (response.Status, response.MediaType));
        Assert.Contains("<html>", response.Text, StringComparison.Ordinal);
        Assert.False(Bought);
    }

    [Fact]
    public async Task OversizedBody_HasTheConfiguredSize()
    {
        Server.Faults.Add(AnyBuy with { Kind = FaultKind.Oversized, Size = 300_001 });

        Assert.Equal(300_001, (await BuyAsync()).Text.Length);
    }

    [Theory]
    [InlineData(FaultKind.Delay, FaultMoment.AfterEffect, true)]
    [InlineData(FaultKind.Delay, FaultMoment.BeforeEffect, false)]
    [InlineData(FaultKind.Stalled, FaultMoment.AfterEffect, true)]
    public async Task EndlessDelay_TakesEffectOrNot_AsItsMomentSays(FaultKind kind, FaultMoment moment, bool happened)
    {
        Server.Faults.Add(AnyBuy with { Kind = kind, Moment = moment });
        using var hangUp = new CancellationTokenSource();
        var buying = Vonage.SendAsync(HttpMethod.Post, "/number/buy", Carrier.Form(("country", "GB"), ("msisdn", ForSale)), hangUp.Token);
        await Server.Requests.WaitForAsync(entry => entry.Effects.Count > 0 || !happened);

        await hangUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => buying);
        await Server.Requests.WaitForAsync(entry => entry.Outcome is RequestOutcome.Abandoned);
        Assert.Equal(happened, Bought);
    }

    [Fact]
    public async Task Delay_WaitsOnItsClock_ThenTheResponseComes()
    {
        Server.Faults.Add(AnyBuy with { Kind = FaultKind.Delay, Delay = TimeSpan.FromMilliseconds(1) });
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Stalled, Operation = Operations.ListOwned, Delay = TimeSpan.FromMilliseconds(1) });

        Assert.Equal(HttpStatusCode.OK, (await BuyAsync()).Status);
        Assert.Equal(201, (int)(await Vonage.GetAsync("/account/numbers")).Json["count"]!);
    }

    [Fact]
    public async Task PartialFault_FailsTheNamedNumbers_ForTheGivenReason()
    {
        Server.Vonage.Pools.Create("service");
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Partial, Numbers = ["447700900001"], Code = "temporarily-locked", Times = 1 });
        const string path = "/v2/numberpools/accounts/a1b2c3d4/pools/service/numbers";

        var elsewhere = await Vonage.PostJsonAsync(path, Numbers("447700900002"));
        var partial = await Vonage.PostJsonAsync(path, Numbers("447700900000", "447700900001"));
        var repeated = await Vonage.PostJsonAsync(path, Numbers("447700900001"));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.MultiStatus, HttpStatusCode.Created], new[] { elsewhere, partial, repeated }.Select(response => response.Status));
        Assert.EndsWith("#temporarily-locked", (string?)partial.Json["error"]!["errors"]![0]!["type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_SkipsAndRepeatsAsConfigured_AndCounts()
    {
        var fault = Server.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 500, Skip = 1, Times = 2 });

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            statuses.Add((await Vonage.GetAsync("/account/numbers")).Status);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK], statuses);
        Assert.Equal((3, 2, true), (fault.Matched, fault.Struck, fault.Exhausted));
    }

    [Fact]
    public async Task SeededProbability_SelectsTheSameRequests_EveryTime()
    {
        async Task<List<HttpStatusCode>> RunAsync()
        {
            Server.Faults.Clear();
            Server.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 500, Probability = 0.5, Seed = 7 });
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < 20; i++)
                statuses.Add((await Vonage.GetAsync("/account/numbers?size=1")).Status);
            return statuses;
        }

        var first = await RunAsync();

        Assert.Contains(HttpStatusCode.OK, first);
        Assert.Contains(HttpStatusCode.InternalServerError, first);
        Assert.Equal(first, await RunAsync());
    }

    [Theory]
    [InlineData("**/numbers", null, null, true)]
    [InlineData("/account/*", "GET", "vonage", true)]
    [InlineData("/vonage/account/numbers", null, null, true)]
    [InlineData("/account", null, null, false)]
    [InlineData("*/numbers", null, null, false)]
    [InlineData(null, "POST", null, false)]
    [InlineData(null, null, "kpn", false)]
    public async Task A_rule_matches_by_path_method_and_carrier(string? path, string? method, string? carrier, bool matches)
    {
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 500, Path = path, Method = method, Carrier = carrier });

        var response = await Vonage.GetAsync("/account/numbers");

        Assert.Equal(matches ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, response.Status);
    }

    [Fact]
    public async Task A_rule_matches_by_a_number_in_the_request()
    {
        Server.Faults.Add(AnyBuy with { Status = 500, Containing = "447700900301" });

        Assert.Equal(HttpStatusCode.OK, (await BuyAsync()).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await Vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", "447700900301"))).Status);
    }

    private Task<ReceivedResponse> BuyAsync() => Vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", ForSale));
}

/// <summary>An injected status has the error shape of its carrier.</summary>
public sealed class EmulatorFaultStatusTests : EmulatorTest
{
    [Fact]
    public async Task InjectedStatus_HasTheErrorShapeOfItsCarrier()
    {
        var kpn = await KpnAsync();
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 503 });

        Assert.Equal("internal-error", (await Vonage.GetAsync("/v2/numberpools/accounts/a1b2c3d4/pools")).ProblemCode);
        Assert.Equal("503", (string?)(await Vonage.GetAsync("/account/numbers")).Json["error-code"]);
        Assert.Equal("503", (string?)(await kpn.GetAsync("/account/numbers")).Json["error-code"]);
        Assert.Equal("server_error", (string?)(await KpnTokenAsync()).Json["error"]);
        Assert.Equal("700", (await Seven.GetAsync("/numbers/active")).Text);
        Assert.Equal("UNKNOWN", (string?)(await PortSip.GetAsync("/exclusive_numbers")).Json["errors"]![0]!["code"]);
    }
}
