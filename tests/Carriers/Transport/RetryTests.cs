using System.Net;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class RetryTests
{
    private const string PoolBody = """{"pool_id": "vip", "account_id": "a1b2c3d4", "fallback": "Pool"}""";
    private const string Done = """{"error-code": "200", "error-code-label": "success"}""";

    private readonly StubbedCarriers _carriers = new();

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    public async Task A_read_is_repeated_after_a_status_that_may_pass(HttpStatusCode status)
    {
        _carriers.Carrier.Answers("", status).Answers("", status).Answers(PoolBody);

        var pool = await _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default);

        Assert.Equal("vip", pool!.Address.PoolId);
        Assert.Equal(3, _carriers.Carrier.Requests.Count);
        Assert.Equal([1, 2], _carriers.Events.Retries.Select(retry => retry.Attempt));
        Assert.All(_carriers.Events.Retries, retry => Assert.Equal("read pool a1b2c3d4/vip", retry.Operation));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, CarrierErrorKind.InvalidRequest)]
    [InlineData(HttpStatusCode.Unauthorized, CarrierErrorKind.Unauthenticated)]
    [InlineData(HttpStatusCode.PaymentRequired, CarrierErrorKind.InsufficientFunds)]
    [InlineData(HttpStatusCode.Forbidden, CarrierErrorKind.Forbidden)]
    [InlineData(HttpStatusCode.NotFound, CarrierErrorKind.Unexpected)]
    [InlineData(HttpStatusCode.MethodNotAllowed, CarrierErrorKind.Unsupported)]
    [InlineData(HttpStatusCode.Conflict, CarrierErrorKind.Conflict)]
    [InlineData(HttpStatusCode.UnprocessableEntity, CarrierErrorKind.InvalidRequest)]
    [InlineData((HttpStatusCode)420, CarrierErrorKind.InvalidRequest)]
    [InlineData(HttpStatusCode.NotImplemented, CarrierErrorKind.Unsupported)]
    public async Task A_definite_no_is_not_argued_with(HttpStatusCode status, CarrierErrorKind kind)
    {
        _carriers.Carrier.Answers("", status);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.Pools().UpdatePoolAsync(StubbedCarriers.Vip, new PoolPatch { LocalizedSenderPreferred = true }, default));

        Assert.Equal(kind, failure.Kind);
        Assert.Equal((int)status, failure.HttpStatus);
        Assert.Single(_carriers.Carrier.Requests);
    }

    [Fact]
    public async Task Retries_end_and_the_last_answer_is_told()
    {
        _carriers.Carrier.Answers("""{"title": "Down for maintenance", "type": "https://example.com#maintenance"}""", HttpStatusCode.ServiceUnavailable);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal(CarrierErrorKind.Unavailable, failure.Kind);
        Assert.Equal("Down for maintenance", failure.CarrierMessage);
        Assert.Equal("maintenance", failure.Code);
        Assert.Equal(1 + _carriers.Resilience.Retry.MaxRetries, _carriers.Carrier.Requests.Count);
    }

    [Fact]
    public async Task Backoff_grows_and_stays_within_its_limit()
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 12, MaxDelay = TimeSpan.FromSeconds(7) }, Breaker = new() { BreakerMinimumThroughput = 100 } } };
        carriers.Carrier.Answers("", HttpStatusCode.ServiceUnavailable);

        await Assert.ThrowsAsync<CarrierException>(() => carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal(12, carriers.Time.Waits.Count);
        Assert.All(carriers.Time.Waits, wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(7)));
        Assert.True(carriers.Time.Waits[^1] > carriers.Time.Waits[0]);
    }

    [Fact]
    public async Task Retry_after_in_seconds_is_waited_for_and_told()
    {
        _carriers.Carrier.Answers("", HttpStatusCode.TooManyRequests, ("Retry-After", "17")).Answers(PoolBody);

        await _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default);

        Assert.Equal([TimeSpan.FromSeconds(17)], _carriers.Time.Waits);
        Assert.Equal(TimeSpan.FromSeconds(17), Assert.Single(_carriers.Events.Waits).Duration);
    }

    [Fact]
    public async Task Retry_after_as_a_date_is_measured_on_the_servers_clock()
    {
        _carriers.Carrier
            .Answers(
                "", HttpStatusCode.ServiceUnavailable,
                ("Date", "Sat, 14 Nov 2026 08:00:00 GMT"), ("Retry-After", "Sat, 14 Nov 2026 08:00:21 GMT"))
            .Answers(PoolBody);

        await _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default);

        Assert.Equal([TimeSpan.FromSeconds(21)], _carriers.Time.Waits);
    }

    [Fact]
    public async Task Retry_after_as_a_date_without_a_server_clock_is_measured_on_ours()
    {
        _carriers.Carrier.Answers("", HttpStatusCode.ServiceUnavailable, ("Retry-After", "Thu, 01 Jan 2026 00:00:09 GMT")).Answers(PoolBody);

        await _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default);

        Assert.Equal([TimeSpan.FromSeconds(9)], _carriers.Time.Waits);
    }

    [Fact]
    public async Task A_retry_after_beyond_all_patience_fails_at_once_and_names_the_time()
    {
        _carriers.Carrier.Answers("", HttpStatusCode.TooManyRequests, ("Retry-After", "3600"));

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal(CarrierErrorKind.RateLimited, failure.Kind);
        Assert.Equal(TimeSpan.FromHours(1), failure.RetryAfter);
        Assert.Contains("2026-01-01 01:00:00Z", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_carriers.Time.Waits);
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task A_purchase_is_never_repeated_blindly(HttpStatusCode status)
    {
        _carriers.Carrier.Answers("", status).Answers(Done);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.VonageNumbers().BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default));

        Assert.Equal(CarrierErrorKind.Ambiguous, failure.Kind);
        Assert.True(failure.IsIndeterminate);
        Assert.Single(_carriers.Carrier.Requests);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public async Task A_purchase_that_never_left_is_repeated(HttpRequestError error)
    {
        _carriers.Carrier.Breaks(new HttpRequestException(error, "refused")).Answers(Done);

        await _carriers.VonageNumbers().BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default);

        Assert.Equal(2, _carriers.Carrier.Requests.Count);
    }

    [Fact]
    public async Task A_purchase_that_was_throttled_is_repeated()
    {
        _carriers.Carrier.Answers("", HttpStatusCode.TooManyRequests).Answers(Done);

        await _carriers.VonageNumbers().BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default);

        Assert.Equal(2, _carriers.Carrier.Requests.Count);
    }

    [Fact]
    public async Task A_purchase_that_never_left_says_that_nothing_was_sent()
    {
        _carriers.Carrier.Breaks(new HttpRequestException(HttpRequestError.ConnectionError, "refused"));

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.VonageNumbers().BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default));

        Assert.Equal(CarrierErrorKind.Unavailable, failure.Kind);
        Assert.True(failure.RequestNotSent);
        Assert.False(failure.IsIndeterminate);
    }

    [Fact]
    public async Task A_purchase_whose_connection_broke_may_have_happened()
    {
        _carriers.Carrier.Breaks(new HttpRequestException(HttpRequestError.ResponseEnded, "reset")).Answers(Done);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.VonageNumbers().BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default));

        Assert.Equal(CarrierErrorKind.Ambiguous, failure.Kind);
        Assert.Single(_carriers.Carrier.Requests);
    }

    [Theory]
    [InlineData("{\"error-code\": \"2")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("<html><title>It works</title></html>")]
    public async Task A_purchase_whose_answer_cannot_be_read_may_have_happened(string body)
    {
        _carriers.Carrier.Answers(body).Answers(Done);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.VonageNumbers().BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default));

        Assert.Equal(CarrierErrorKind.Ambiguous, failure.Kind);
        Assert.Single(_carriers.Carrier.Requests);
    }

    [Fact]
    public async Task A_read_whose_answer_cannot_be_read_is_repeated()
    {
        _carriers.Carrier.Answers("""{"pool_id": "vi""").Answers(PoolBody);

        Assert.NotNull(await _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));
    }
}
