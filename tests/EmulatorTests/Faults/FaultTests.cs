using System.Collections.Immutable;
using System.Net;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Log;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.Faults;

public sealed class FaultTests : EmulatorTest
{
    private const string ForSale = "447700900300";
    private static readonly FaultRule AnyBuy = new() { Kind = FaultKind.Status, Carrier = CarrierNames.Vonage, Operation = Operations.Buy };

    private bool Bought => Server.Vonage.Account.Find(ForSale) is not null;

    [Fact]
    public async Task A_status_comes_with_its_headers_and_the_carriers_error_and_nothing_happens()
    {
        Server.Faults.Add(AnyBuy with { Status = 429, Headers = ImmutableDictionary<string, string>.Empty.Add("Retry-After", "7") });

        var answer = await BuyAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        Assert.Equal("7", answer.Headers["Retry-After"]);
        Assert.Equal("429", (string?)answer.Json["error-code"]);
        Assert.False(Bought);
    }

    [Fact]
    public async Task A_status_may_come_after_the_effect_and_with_a_body_of_its_own()
    {
        Server.Faults.Add(AnyBuy with { Status = 503, Moment = FaultMoment.AfterEffect, Body = "busy", ContentType = "text/plain" });

        var answer = await BuyAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "busy", "text/plain"), (answer.Status, answer.Text, answer.MediaType));
        Assert.True(Bought);
    }

    [Theory]
    [InlineData(FaultKind.ResetBefore, false)]
    [InlineData(FaultKind.ResetAfter, true)]
    [InlineData(FaultKind.Truncated, true)]
    public async Task A_reset_leaves_no_answer_and_its_kind_says_whether_something_happened(FaultKind kind, bool happened)
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

        var answer = await BuyAsync();

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => answer.Json);
        Assert.True(Bought);
    }

    [Fact]
    public async Task A_gateways_page_comes_instead_of_the_operation()
    {
        Server.Faults.Add(AnyBuy with { Kind = FaultKind.Html });

        var answer = await BuyAsync();

        Assert.Equal((HttpStatusCode.BadGateway, "text/html"), (answer.Status, answer.MediaType));
        Assert.Contains("<html>", answer.Text, StringComparison.Ordinal);
        Assert.False(Bought);
    }

    [Fact]
    public async Task An_oversized_body_is_as_long_as_told()
    {
        Server.Faults.Add(AnyBuy with { Kind = FaultKind.Oversized, Size = 300_001 });

        Assert.Equal(300_001, (await BuyAsync()).Text.Length);
    }

    [Theory]
    [InlineData(FaultKind.Delay, FaultMoment.AfterEffect, true)]
    [InlineData(FaultKind.Delay, FaultMoment.BeforeEffect, false)]
    [InlineData(FaultKind.Stalled, FaultMoment.AfterEffect, true)]
    public async Task Whoever_hangs_up_on_an_endless_delay_finds_what_its_moment_says(FaultKind kind, FaultMoment moment, bool happened)
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
    public async Task A_delay_waits_on_its_clock_and_then_the_answer_comes()
    {
        Server.Faults.Add(AnyBuy with { Kind = FaultKind.Delay, Delay = TimeSpan.FromMilliseconds(1) });
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Stalled, Operation = Operations.ListOwned, Delay = TimeSpan.FromMilliseconds(1) });

        Assert.Equal(HttpStatusCode.OK, (await BuyAsync()).Status);
        Assert.Equal(201, (int)(await Vonage.GetAsync("/account/numbers")).Json["count"]!);
    }

    [Fact]
    public async Task Named_numbers_fail_in_part_for_a_given_reason()
    {
        Server.Vonage.Pools.Create("service");
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Partial, Numbers = ["447700900001"], Code = "temporarily-locked", Times = 1 });
        const string path = "/v2/numberpools/accounts/a1b2c3d4/pools/service/numbers";

        var elsewhere = await Vonage.PostJsonAsync(path, Numbers("447700900002"));
        var partial = await Vonage.PostJsonAsync(path, Numbers("447700900000", "447700900001"));
        var repeated = await Vonage.PostJsonAsync(path, Numbers("447700900001"));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.MultiStatus, HttpStatusCode.Created], new[] { elsewhere, partial, repeated }.Select(answer => answer.Status));
        Assert.EndsWith("#temporarily-locked", (string?)partial.Json["error"]!["errors"]![0]!["type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_passes_some_requests_strikes_a_number_of_times_and_counts()
    {
        var fault = Server.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 500, Skip = 1, Times = 2 });

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            statuses.Add((await Vonage.GetAsync("/account/numbers")).Status);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK], statuses);
        Assert.Equal((3, 2, true), (fault.Matched, fault.Struck, fault.Exhausted));
    }

    [Fact]
    public async Task A_probability_with_a_seed_strikes_the_same_requests_every_time()
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

        var answer = await Vonage.GetAsync("/account/numbers");

        Assert.Equal(matches ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task A_rule_matches_by_a_number_in_the_request()
    {
        Server.Faults.Add(AnyBuy with { Status = 500, Containing = "447700900301" });

        Assert.Equal(HttpStatusCode.OK, (await BuyAsync()).Status);
        Assert.Equal(HttpStatusCode.InternalServerError, (await Vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", "447700900301"))).Status);
    }

    private Task<Answer> BuyAsync() => Vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", ForSale));
}
