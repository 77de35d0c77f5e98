using System.Net;
using FsCheck;
using FsCheck.Fluent;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class DoorTests
{
    private const string PoolBody = """{"pool_id": "vip", "fallback": "Pool"}""";

    private readonly StubbedCarriers _carriers = new() { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 0 }, MaxResponseBytes = 100_000 } };

    [Theory]
    [InlineData("../x", "..%2Fx")]
    [InlineData("..\\x", "..%5Cx")]
    [InlineData("%2e%2e/x", "%252e%252e%2Fx")]
    [InlineData("x?page=2#y", "x%3Fpage%3D2%23y")]
    [InlineData("a b/ü", "a%20b%2F%C3%BC")]
    [InlineData("x\r\nHost: elsewhere", "x%0D%0AHost%3A%20elsewhere")]
    public async Task An_id_cannot_leave_its_place_in_the_path(string poolId, string segment)
    {
        _carriers.Carrier.Answers(PoolBody);

        await _carriers.Pools().GetPoolAsync(new PoolAddress("a1b2c3d4", poolId), default);

        var address = _carriers.Carrier.Requests[0].Address;
        Assert.Equal($"/v2/numberpools/accounts/a1b2c3d4/pools/{segment}", address.PathAndQuery);
        Assert.Equal("pools.example.com", address.Host);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_that_no_escaping_can_hold_is_refused_unsent(string poolId)
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.Pools().DeletePoolAsync(new PoolAddress("a1b2c3d4", poolId), default));

        Assert.Equal(CarrierErrorKind.InvalidRequest, failure.Kind);
        Assert.True(failure.RequestNotSent);
        Assert.Empty(_carriers.Carrier.Requests);
    }

    [Fact]
    public void No_id_whatever_adds_a_segment_or_a_query()
    {
        var endpoint = CarrierEndpoint.Parse("https://pools.example.com/base");
        var property = Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), id =>
        {
            var path = CarrierPath.Of("pools", id.Get, "numbers");
            if (path.InvalidSegment is not null)
                return id.Get is "." or "..";
            var parts = path.ToUri(endpoint).AbsoluteUri["https://pools.example.com/".Length..].Split('/');
            return parts.Length == 4 && parts[3] == "numbers" && !parts[2].AsSpan().ContainsAny('?', '#', '\\');
        });

        Check.One(Config.QuickThrowOnFailure.WithReplay(42, 43).WithMaxTest(1000), property);
    }

    [Theory]
    [InlineData("https://api.example.com/", "https://api.example.com")]
    [InlineData(" https://pbx.example.com:8887/api ", "https://pbx.example.com:8887/api")]
    [InlineData("http://127.0.0.1:8080/vonage", "http://127.0.0.1:8080/vonage")]
    [InlineData("http://localhost:8080", "http://localhost:8080")]
    [InlineData("http://[::1]:8080", "http://[::1]:8080")]
    public void A_base_address_is_https_or_on_this_machine(string text, string address)
        => Assert.Equal(address, CarrierEndpoint.Parse(text).ToString());

    [Theory]
    [InlineData("http://api.example.com", "must be https")]
    [InlineData("ftp://api.example.com", "must start with https://")]
    [InlineData("file:///etc/passwd", "must start with https://")]
    [InlineData("api.example.com", "is not an absolute URL")]
    [InlineData("", "is not an absolute URL")]
    [InlineData("https://user:hunter2@api.example.com", "must not contain a user name")]
    [InlineData("https://api.example.com?key=hunter2", "must not contain a query")]
    [InlineData("https://api.example.com#x", "must not contain a query or a fragment")]
    public void A_base_address_that_endangers_credentials_is_refused(string text, string reason)
    {
        var failure = Assert.Throws<FormatException>(() => CarrierEndpoint.Parse(text));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_leaves_this_machine_only_where_it_is_allowed()
        => Assert.Equal("http://api.example.com", CarrierEndpoint.Parse("http://api.example.com", allowInsecureHttp: true).ToString());

    [Theory]
    [InlineData(HttpStatusCode.MovedPermanently)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(HttpStatusCode.TemporaryRedirect)]
    [InlineData(HttpStatusCode.PermanentRedirect)]
    public async Task A_redirect_is_not_followed(HttpStatusCode status)
    {
        _carriers.Carrier.Answers("", status, ("Location", "https://elsewhere.example.com/x?token=1"));

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal(CarrierErrorKind.Unexpected, failure.Kind);
        Assert.Contains("a redirect to https://elsewhere.example.com, which is not followed", failure.Message, StringComparison.Ordinal);
        Assert.Single(_carriers.Carrier.Requests);
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_not_read_to_its_end()
    {
        var read = 0L;
        _carriers.Carrier.Does((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new EndlessStream(count => read += count)) }));

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal(CarrierErrorKind.Unexpected, failure.Kind);
        Assert.InRange(read, 100_000, 200_000);
    }

    [Fact]
    public async Task An_answer_that_announces_its_excess_is_not_read_at_all()
    {
        _carriers.Carrier.Answers(new byte[100_001]);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Contains("the response is larger than", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_without_end_is_refused()
    {
        _carriers.Carrier.Answers(new string('[', 50_000));

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal(CarrierErrorKind.UnreadableResponse, failure.Kind);
    }

    [Fact]
    public async Task Types_named_in_the_data_are_ignored()
    {
        _carriers.Carrier.Answers(
            """{"$type": "System.IO.FileInfo, System.IO.FileSystem", "$id": "1", "pool_id": "vip", "fallback": "Pool", "_links": {"$type": "System.Diagnostics.Process"}}""");

        Assert.Equal("vip", (await _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default))!.Address.PoolId);
    }
}
