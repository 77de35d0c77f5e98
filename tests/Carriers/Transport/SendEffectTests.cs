using System.Net;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

/// <summary>What is known of a request's effect after every way to fail.</summary>
public sealed class SendEffectTests
{
    private static readonly NumberOrder Order = new("GB", StubbedCarriers.Number);

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task Purchase_WithoutConnection_WasNotSent(HttpRequestError error)
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 0 } } };
        carriers.Carrier.Breaks(new HttpRequestException(error, "refused"));

        var failure = await Assert.ThrowsAsync<CarrierException>(() => carriers.VonageNumbers().BuyAsync(Order, default));

        Assert.Equal((CarrierErrorKind.Unavailable, true, RequestEffect.NotExecuted), (failure.Kind, failure.RequestNotSent, failure.Effect));
    }

    [Fact]
    public async Task Purchase_WithAForeignCancellation_MayHaveHappened()
    {
        var carriers = new StubbedCarriers();
        carriers.Carrier.Breaks(new TaskCanceledException("somebody else's"));

        var failure = await Assert.ThrowsAsync<CarrierException>(() => carriers.VonageNumbers().BuyAsync(Order, default));

        Assert.Equal((CarrierErrorKind.Ambiguous, RequestEffect.Unknown), (failure.Kind, failure.Effect));
        Assert.Single(carriers.Carrier.Requests);
    }

    [Fact]
    public async Task Purchase_AfterTheConnectTimeout_WasNotSent()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 0 } } };
        carriers.Carrier.Breaks(new TaskCanceledException("connect", new TimeoutException("A connection could not be established")));

        var failure = await Assert.ThrowsAsync<CarrierException>(() => carriers.VonageNumbers().BuyAsync(Order, default));

        Assert.True(failure.RequestNotSent);
    }

    [Fact]
    public async Task Purchase_CancelledWhileQueueing_WasNotSent_AndLeavesItsSlot()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Rate = new() { MaxConcurrentRequests = 1 } } };
        var gate = new TaskCompletionSource();
        carriers.Carrier.Does(async (_, _) =>
        {
            await gate.Task;
            return new HttpResponseMessage { Content = new StringContent("""{"error-code": "200"}""") };
        });
        var numbers = carriers.VonageNumbers();
        using var cancellation = new CancellationTokenSource();

        var first = numbers.BuyAsync(Order, default);
        await carriers.Carrier.ReceivedAsync(1);
        var queued = numbers.BuyAsync(Order, cancellation.Token);
        await cancellation.CancelAsync();
        var failure = await Assert.ThrowsAsync<CarrierException>(() => queued);
        gate.SetResult();
        await first;
        await numbers.BuyAsync(Order, default);

        Assert.Equal((CarrierErrorKind.Cancelled, true, RequestEffect.NotExecuted), (failure.Kind, failure.RequestNotSent, failure.Effect));
        Assert.Equal(2, carriers.Carrier.Requests.Count);
    }

    [Fact]
    public async Task Purchase_CancelledUnderWay_MayHaveHappened()
    {
        var carriers = new StubbedCarriers();
        carriers.Carrier.Hangs();
        using var cancellation = new CancellationTokenSource();

        var buying = carriers.VonageNumbers().BuyAsync(Order, cancellation.Token);
        await carriers.Carrier.ReceivedAsync(1);
        await cancellation.CancelAsync();
        var failure = await Assert.ThrowsAsync<CarrierException>(() => buying);

        Assert.Equal((CarrierErrorKind.Cancelled, RequestEffect.Unknown), (failure.Kind, failure.Effect));
    }

    [Theory]
    [InlineData(HttpStatusCode.NotImplemented)]
    [InlineData(HttpStatusCode.BadGateway)]
    public async Task Purchase_WithAGatewaysServerError_MayHaveHappened(HttpStatusCode status)
    {
        var carriers = new StubbedCarriers();
        carriers.Carrier.Answers("<html>gateway</html>", status);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => carriers.VonageNumbers().BuyAsync(Order, default));

        Assert.True(failure.IsIndeterminate);
        Assert.Single(carriers.Carrier.Requests);
    }

    [Fact]
    public async Task MaxRetriesZero_SendsOneRequest()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 0 } } };
        carriers.Carrier.Answers("", HttpStatusCode.TooManyRequests);

        await Assert.ThrowsAsync<CarrierException>(() => carriers.VonageNumbers().FindOwnedAsync("GB", StubbedCarriers.Number, default));

        Assert.Single(carriers.Carrier.Requests);
    }

    [Fact]
    public async Task Queueing_DoesNotCountAgainstTheTotalTimeout()
    {
        // Fifteen requests one minute apart: far beyond what a call may take, none of it spent on attempts.
        var carriers = new StubbedCarriers
        {
            Resilience = new ResilienceOptions { Rate = new() { RequestsPerSecond = 1.0 / 60 }, Timeout = new() { Total = TimeSpan.FromSeconds(40) } },
        };
        carriers.Carrier.Answers("{}");
        var numbers = carriers.VonageNumbers();

        var calls = Enumerable.Range(0, 15).Select(_ => numbers.FindOwnedAsync("GB", StubbedCarriers.Number, default)).ToList();

        Assert.All(await Task.WhenAll(calls), Assert.Null);
    }

    [Fact]
    public async Task OneSlowRead_AfterACancelledOne_IsNoOutage()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 0 } } };
        carriers.Carrier.Hangs().Hangs().Answers("{}");
        var numbers = carriers.VonageNumbers();
        using var cancellation = new CancellationTokenSource();
        var cancelled = numbers.FindOwnedAsync("GB", StubbedCarriers.Number, cancellation.Token);
        await carriers.Carrier.ReceivedAsync(1);
        carriers.Time.Advance(TimeSpan.FromSeconds(4));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);

        var slow = numbers.FindOwnedAsync("GB", StubbedCarriers.Number, default);
        await carriers.Carrier.ReceivedAsync(2);
        carriers.Time.Advance(carriers.Resilience.Timeout.Read);
        await Assert.ThrowsAsync<CarrierException>(() => slow);

        Assert.Null(await numbers.FindOwnedAsync("GB", StubbedCarriers.Number, default));
    }

    [Fact]
    public async Task BothVonageApis_ShareThePaceOfTheAccount()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Rate = new() { RequestsPerSecond = 4 } } };
        carriers.Carrier.Answers("""{"pool_id": "vip", "fallback": "Pool"}""");
        var clients = carriers.Clients();

        await carriers.Pools(clients).GetPoolAsync(StubbedCarriers.Vip, default);
        await carriers.VonageNumbers(clients).FindOwnedAsync("GB", StubbedCarriers.Number, default);

        Assert.Equal([TimeSpan.FromSeconds(0.263)], carriers.Time.Waits);
    }

    [Fact]
    public void OptionsOutOfRange_AreRejected()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = -1 } } };

        var failure = Assert.Throws<ArgumentOutOfRangeException>(() => carriers.Pools());

        Assert.Equal(nameof(RetryOptions.MaxRetries), failure.ParamName);
    }
}
