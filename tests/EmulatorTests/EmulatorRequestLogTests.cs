using System.Net;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Log;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorRequestLogTests : EmulatorTest
{
    [Fact]
    public async Task A_request_is_recorded_with_what_it_asked_and_what_came_of_it()
    {
        await Vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", "447700900300"));

        var entry = Assert.Single(Server.Requests.Of(CarrierNames.Vonage, Operations.Buy));
        Assert.Equal(
            ("POST", "/number/buy", "", "country=GB&msisdn=447700900300", 200, RequestOutcome.Answered),
            (entry.Method, entry.Path, entry.Query, entry.Body, entry.Status, entry.Outcome));
        Assert.Equal(["bought GB 447700900300"], entry.Effects);
        Assert.Equal(Clock.GetUtcNow(), entry.At);
    }

    [Fact]
    public async Task Credentials_in_bodies_are_redacted_and_queries_are_not()
    {
        await KpnTokenAsync();
        await Seven.PostJsonAsync("/numbers/order?api_key=leaked", """{"number":"4500005000","api_key":"a \"quoted\" one","password" : "p"}""");

        Assert.Equal("client_id=emulator-kpn-client&client_secret=[redacted]", Server.Requests.All[0].Body);
        Assert.Equal("""{"number":"4500005000","api_key":"[redacted]","password" : "[redacted]"}""", Server.Requests.All[1].Body);
        Assert.Equal("?api_key=leaked", Server.Requests.All[1].Query);
    }

    [Fact]
    public async Task An_unknown_operation_is_recorded_without_a_name()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Vonage.GetAsync("/v2/numberpools/nothing")).Status);

        Assert.Null(Assert.Single(Server.Requests.All).Operation);
    }

    [Fact]
    public async Task Requests_are_numbered_across_a_clear_and_control_requests_are_not_among_them()
    {
        await Vonage.GetAsync("/account/numbers");
        await Control.GetAsync("/requests");
        Server.Requests.Clear();
        await Vonage.GetAsync("/account/numbers");

        Assert.Equal(2, Assert.Single(Server.Requests.All).Sequence);
    }

    [Fact]
    public async Task The_kind_of_credentials_is_recorded_and_not_the_credentials()
    {
        await Vonage.GetAsync("/account/numbers");
        await Seven.GetAsync("/numbers/active");
        await PortSip.GetAsync("/exclusive_numbers");
        await Anonymous(Server.Addresses.Seven).GetAsync("/numbers/active");

        Assert.Equal(["Basic", "X-Api-Key", "Bearer", null], Server.Requests.All.Select(entry => entry.Credentials));
    }

    [Fact]
    public async Task WaitForRequests_EndsWithTheOneThatCompletesTheCount()
    {
        await Vonage.GetAsync("/account/numbers");
        var waiting = Server.Requests.WaitForAsync(entry => entry is { Operation: Operations.ListOwned, Status: 200 }, count: 2);
        Assert.False(waiting.IsCompleted);

        await Vonage.GetAsync("/account/numbers");

        await waiting;
    }

    [Fact]
    public async Task Parallel_requests_are_all_recorded_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Vonage.GetAsync("/account/numbers?size=1")));

        Assert.Equal(Enumerable.Range(1, 64).Select(i => (long)i), Server.Requests.All.Select(entry => entry.Sequence));
        Assert.All(Server.Requests.All, entry => Assert.Equal(200, entry.Status));
    }
}
