using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class LimitTests
{
    private const string PoolBody = """{"pool_id": "vip", "fallback": "Pool"}""";

    [Fact]
    public async Task Requests_are_spaced_evenly()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Rate = new() { RequestsPerSecond = 4 } } };
        carriers.Carrier.Answers(PoolBody);
        var pools = carriers.Pools();

        for (var call = 0; call < 5; call++)
            await pools.GetPoolAsync(StubbedCarriers.Vip, default);

        Assert.Equal(Enumerable.Repeat(TimeSpan.FromSeconds(0.263), 4), carriers.Time.Waits);
    }

    [Fact]
    public async Task A_request_that_comes_late_does_not_wait()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Rate = new() { RequestsPerSecond = 1 } } };
        carriers.Carrier.Answers(PoolBody);
        var pools = carriers.Pools();
        await pools.GetPoolAsync(StubbedCarriers.Vip, default);
        carriers.Time.Advance(TimeSpan.FromSeconds(2));

        await pools.GetPoolAsync(StubbedCarriers.Vip, default);

        Assert.Empty(carriers.Time.Waits);
    }

    [Fact]
    public async Task A_long_wait_for_ones_turn_is_told()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Rate = new() { RequestsPerSecond = 0.1 } } };
        carriers.Carrier.Answers(PoolBody);
        var pools = carriers.Pools();

        await pools.GetPoolAsync(StubbedCarriers.Vip, default);
        await pools.GetPoolAsync(StubbedCarriers.Vip, default);

        Assert.Equal(TimeSpan.FromSeconds(10.5), Assert.Single(carriers.Events.Waits).Duration);
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_allowed()
    {
        const int Allowed = 3;
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Rate = new() { MaxConcurrentRequests = Allowed } } };
        var full = new TaskCompletionSource();
        var open = new TaskCompletionSource();
        var (underWay, most) = (0, 0);
        carriers.Carrier.Does(async (_, _) =>
        {
            var now = Interlocked.Increment(ref underWay);
            most = Math.Max(most, now);
            if (now == Allowed)
                full.TrySetResult();
            await open.Task;
            Interlocked.Decrement(ref underWay);
            return new HttpResponseMessage { Content = new StringContent(PoolBody) };
        });
        var pools = carriers.Pools();

        var calls = Enumerable.Range(0, 20).Select(_ => pools.GetPoolAsync(StubbedCarriers.Vip, default)).ToList();
        await full.Task;
        open.SetResult();
        await Task.WhenAll(calls);

        Assert.Equal(Allowed, most);
        Assert.Equal(20, carriers.Carrier.Requests.Count);
    }
}
