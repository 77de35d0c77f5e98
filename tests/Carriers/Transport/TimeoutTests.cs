using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class TimeoutTests
{
    private readonly StubbedCarriers _carriers = new();

    [Fact]
    public async Task A_read_without_an_answer_is_given_up_and_repeated()
    {
        var reached = new TaskCompletionSource();
        _carriers.Carrier.Hangs(reached).Answers("""{"pool_id": "vip", "fallback": "Pool"}""");

        var reading = _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default);
        await reached.Task;
        _carriers.Time.Advance(_carriers.Resilience.Timeout.Read);

        Assert.NotNull(await reading);
        Assert.Contains("no response within 5 s", Assert.Single(_carriers.Events.Retries).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purchase_without_an_answer_may_have_happened()
    {
        var reached = new TaskCompletionSource();
        _carriers.Carrier.Hangs(reached);

        var buying = _carriers.VonageNumbers().BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default);
        await reached.Task;
        _carriers.Time.Advance(_carriers.Resilience.Timeout.Attempt);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => buying);
        Assert.Equal(CarrierErrorKind.Ambiguous, failure.Kind);
        Assert.Single(_carriers.Carrier.Requests);
    }

    [Fact]
    public async Task A_body_that_stops_half_way_counts_as_no_answer()
    {
        var reached = new TaskCompletionSource();
        _carriers.Carrier
            .Does((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new StalledStream(reached)) }))
            .Answers("""{"pool_id": "vip", "fallback": "Pool"}""");

        var reading = _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default);
        await reached.Task;
        _carriers.Time.Advance(_carriers.Resilience.Timeout.Read);

        Assert.NotNull(await reading);
        Assert.Equal(2, _carriers.Carrier.Requests.Count);
    }

    [Fact]
    public async Task All_attempts_together_end_with_the_total_timeout()
    {
        var reached = new TaskCompletionSource();
        _carriers.Carrier.Hangs(reached);

        var reading = _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default);
        await reached.Task;
        _carriers.Time.Advance(_carriers.Resilience.TotalTimeout);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => reading);
        Assert.Equal(CarrierErrorKind.Timeout, failure.Kind);
    }

    [Fact]
    public async Task Cancelling_ends_a_call_as_cancelled()
    {
        var reached = new TaskCompletionSource();
        _carriers.Carrier.Hangs(reached);
        using var cancellation = new CancellationTokenSource();

        var reading = _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, cancellation.Token);
        await reached.Task;
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Single(_carriers.Carrier.Requests);
    }
}
