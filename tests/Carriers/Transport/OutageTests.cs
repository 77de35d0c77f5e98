using System.Net;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class OutageTests
{
    private readonly StubbedCarriers _carriers = new();

    [Fact]
    public async Task A_carrier_that_is_down_is_not_asked_by_every_call()
    {
        _carriers.Carrier.Answers("", HttpStatusCode.BadGateway);
        var pools = _carriers.Pools();

        var failures = new List<CarrierException>();
        for (var call = 0; call < 100; call++)
            failures.Add(await Assert.ThrowsAsync<CarrierException>(() => pools.GetPoolAsync(StubbedCarriers.Vip, default)));

        Assert.InRange(_carriers.Carrier.Requests.Count, _carriers.Resilience.Breaker.BreakerMinimumThroughput, _carriers.Resilience.Breaker.BreakerMinimumThroughput + 2);
        Assert.All(failures, failure => Assert.Equal(CarrierErrorKind.Unavailable, failure.Kind));
        Assert.Contains("vonage is failing", failures[^1].Message, StringComparison.Ordinal);
        Assert.True(failures[^1].RequestNotSent);
    }

    [Fact]
    public async Task Five_hundred_reads_of_a_carrier_that_is_down_wait_less_than_fifteen_seconds()
    {
        _carriers.Carrier.Breaks(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));
        var pools = _carriers.Pools();

        for (var call = 0; call < 500; call++)
            await Assert.ThrowsAsync<CarrierException>(() => pools.GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.InRange(_carriers.Time.Waits.Aggregate(TimeSpan.Zero, (sum, wait) => sum + wait), TimeSpan.Zero, TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task One_call_alone_does_not_count_as_an_outage()
    {
        _carriers.Carrier.Answers("", HttpStatusCode.BadGateway);

        await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal(1 + _carriers.Resilience.Retry.MaxRetries, _carriers.Carrier.Requests.Count);
        Assert.True(_carriers.Resilience.Breaker.BreakerMinimumThroughput > _carriers.Carrier.Requests.Count);
    }

    [Fact]
    public async Task A_short_outage_that_hits_many_calls_at_once_is_sat_out()
    {
        const int Calls = 16;
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 6 }, Rate = new() { MaxConcurrentRequests = Calls } } };
        var all = new TaskCompletionSource();
        var requests = 0;
        carriers.Carrier.Does(async (_, _) =>
        {
            var number = Interlocked.Increment(ref requests);
            if (number == Calls)
                all.SetResult();
            await all.Task;
            return number <= Calls
                ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
                : new HttpResponseMessage { Content = new StringContent("""{"pool_id": "vip", "fallback": "Pool"}""") };
        });
        var pools = carriers.Pools();

        var found = await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => pools.GetPoolAsync(StubbedCarriers.Vip, default)));

        Assert.All(found, Assert.NotNull);
    }

    [Fact]
    public async Task A_purchase_whose_answer_was_lost_is_not_repeated_because_the_carrier_is_down()
    {
        _carriers.Carrier.Breaks(new HttpRequestException(HttpRequestError.ResponseEnded, "reset"));
        var numbers = _carriers.VonageNumbers();

        for (var call = 0; call < 20; call++)
            await Assert.ThrowsAsync<CarrierException>(() => numbers.BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default));

        Assert.Equal(_carriers.Resilience.Breaker.BreakerMinimumThroughput, _carriers.Carrier.Requests.Count);
        Assert.Empty(_carriers.Events.Retries);
    }

    [Fact]
    public async Task After_the_pause_the_carrier_is_asked_again()
    {
        var isDown = true;
        _carriers.Carrier.Does((_, _) => Task.FromResult(isDown
            ? new HttpResponseMessage(HttpStatusCode.BadGateway)
            : new HttpResponseMessage { Content = new StringContent("""{"pool_id": "vip", "fallback": "Pool"}""") }));
        var pools = _carriers.Pools();
        for (var call = 0; call < 2; call++)
            await Assert.ThrowsAsync<CarrierException>(() => pools.GetPoolAsync(StubbedCarriers.Vip, default));
        isDown = false;
        await Assert.ThrowsAsync<CarrierException>(() => pools.GetPoolAsync(StubbedCarriers.Vip, default));

        _carriers.Time.Advance(_carriers.Resilience.Breaker.MaxBreakDuration);

        Assert.NotNull(await pools.GetPoolAsync(StubbedCarriers.Vip, default));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Unauthorized)]
    public async Task Answers_of_a_carrier_that_is_up_are_no_outage(HttpStatusCode status)
    {
        _carriers.Carrier.Answers("", status);
        var numbers = _carriers.VonageNumbers();

        for (var call = 0; call < 20; call++)
        {
            var failure = await Assert.ThrowsAsync<CarrierException>(
                () => numbers.BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default));
            Assert.Equal((int)status, failure.HttpStatus);
        }
    }

    [Fact]
    public async Task No_token_is_fetched_for_a_carrier_that_is_down()
    {
        _carriers.Carrier.Does((request, _) => Task.FromResult(request.Address.AbsolutePath == "/token"
            ? new HttpResponseMessage { Content = new StringContent("""{"access_token": "token-1", "expires_in": "0.5"}""") }
            : new HttpResponseMessage(HttpStatusCode.BadGateway)));
        var numbers = _carriers.Kpn();
        for (var call = 0; call < 10; call++)
            await Assert.ThrowsAsync<CarrierException>(() => numbers.FindOwnedAsync("GB", StubbedCarriers.Number, default));
        var requests = _carriers.Carrier.Requests.Count;
        _carriers.Time.Advance(TimeSpan.FromSeconds(0.5));

        await Assert.ThrowsAsync<CarrierException>(() => numbers.FindOwnedAsync("GB", StubbedCarriers.Number, default));

        Assert.Equal(requests, _carriers.Carrier.Requests.Count);
    }

    [Fact]
    public async Task A_carrier_that_takes_requests_and_never_answers_is_down_after_two_reads()
    {
        _carriers.Carrier.Hangs();
        var pools = _carriers.Pools();

        var reading = pools.GetPoolAsync(StubbedCarriers.Vip, default);
        await RunIntoTimeoutsAsync(from: 1, to: 2);
        var first = await Assert.ThrowsAsync<CarrierException>(() => reading);
        var others = new List<CarrierException>();
        for (var call = 0; call < 100; call++)
            others.Add(await Assert.ThrowsAsync<CarrierException>(() => pools.GetPoolAsync(StubbedCarriers.Vip, default)));

        Assert.Equal(CarrierErrorKind.Timeout, first.Kind);
        Assert.Equal(2, _carriers.Carrier.Requests.Count);
        Assert.All(others, failure => Assert.True(failure is { Kind: CarrierErrorKind.Unavailable, RequestNotSent: true }));
        Assert.Contains("vonage is not responding; next attempt in 5 s", others[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_carrier_is_asked_once_after_each_pause_until_it_answers()
    {
        var hangs = 3;
        _carriers.Carrier.Does(async (_, cancellationToken) =>
        {
            if (Interlocked.Decrement(ref hangs) >= 0)
                await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return new HttpResponseMessage { Content = new StringContent("""{"pool_id": "vip", "fallback": "Pool"}""") };
        });
        var pools = _carriers.Pools();
        var first = pools.GetPoolAsync(StubbedCarriers.Vip, default);
        await RunIntoTimeoutsAsync(from: 1, to: 2);
        await Assert.ThrowsAsync<CarrierException>(() => first);

        _carriers.Time.Advance(_carriers.Resilience.Timeout.Read);
        var probe = pools.GetPoolAsync(StubbedCarriers.Vip, default);
        await Assert.ThrowsAsync<CarrierException>(() => pools.GetPoolAsync(StubbedCarriers.Vip, default));
        await RunIntoTimeoutsAsync(from: 3, to: 3);
        await Assert.ThrowsAsync<CarrierException>(() => probe);
        _carriers.Time.Advance(_carriers.Resilience.Breaker.MaxBreakDuration);

        Assert.NotNull(await pools.GetPoolAsync(StubbedCarriers.Vip, default));
        Assert.NotNull(await pools.GetPoolAsync(StubbedCarriers.Vip, default));
        Assert.Equal(5, _carriers.Carrier.Requests.Count);
    }

    [Fact]
    public async Task A_slow_purchase_does_not_make_the_carrier_count_as_down()
    {
        _carriers.Carrier.Hangs().Answers("""{"count": 0, "numbers": []}""");
        var numbers = _carriers.VonageNumbers();

        var buying = numbers.BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default);
        await _carriers.Carrier.ReceivedAsync(1);
        _carriers.Time.Advance(_carriers.Resilience.Timeout.Attempt);
        var failure = await Assert.ThrowsAsync<CarrierException>(() => buying);

        Assert.Equal(CarrierErrorKind.Ambiguous, failure.Kind);
        Assert.Null(await numbers.FindOwnedAsync("GB", StubbedCarriers.Number, default));
    }

    /// <summary>Lets each request run into its timeout as it comes, up to the one of that number.</summary>
    private async Task RunIntoTimeoutsAsync(int from, int to)
    {
        for (var request = from; request <= to; request++)
        {
            await _carriers.Carrier.ReceivedAsync(request);
            _carriers.Time.Advance(_carriers.Resilience.Timeout.Read);
        }
    }
}
