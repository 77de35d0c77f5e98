using System.Globalization;
using System.Net;
using System.Text.Json;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class TokenTests
{
    private readonly StubbedCarriers _carriers = new();
    private readonly TokenServer _server = new();

    public TokenTests() => _carriers.Carrier.Does(_server.AnswerAsync);

    [Fact]
    public async Task Two_hundred_first_calls_make_one_token_request()
    {
        var gate = new TaskCompletionSource();
        _server.BeforeToken = gate.Task;
        var kpn = _carriers.Kpn();

        var calls = Enumerable.Range(0, 200).Select(_ => kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default)).ToList();
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Single(_server.Logins);
        Assert.Equal(201, _carriers.Carrier.Requests.Count);
    }

    [Fact]
    public async Task A_caller_who_gives_up_does_not_take_the_token_from_the_others()
    {
        var gate = new TaskCompletionSource();
        _server.BeforeToken = gate.Task;
        var kpn = _carriers.Kpn();
        using var cancellation = new CancellationTokenSource();

        var first = kpn.FindOwnedAsync("GB", StubbedCarriers.Number, cancellation.Token);
        var second = kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        gate.SetResult();

        Assert.Null(await second);
        Assert.Single(_server.Logins);
    }

    [Fact]
    public async Task A_token_is_renewed_before_it_expires()
    {
        var kpn = _carriers.Kpn();
        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);
        _carriers.Time.Advance(TimeSpan.FromSeconds(3599 - 61));
        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);
        Assert.Single(_server.Logins);

        _carriers.Time.Advance(TimeSpan.FromSeconds(2));
        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);

        Assert.Equal(2, _server.Logins.Count);
        Assert.Equal(0, _server.Refusals);
    }

    [Fact]
    public async Task ValidToken_SurvivesAFailedEarlyRenewal()
    {
        var kpn = _carriers.Kpn();
        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);
        _server.RefusesLogins = true;
        _carriers.Time.Advance(TimeSpan.FromSeconds(3599 - 30));

        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);
        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);

        Assert.Equal(2, _server.Logins.Count);
        Assert.Equal(0, _server.Refusals);
    }

    [Fact]
    public async Task A_token_that_expires_earlier_than_told_is_renewed_and_the_calls_repeated()
    {
        var kpn = _carriers.Kpn();
        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);
        _server.RevokeTokens();

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default)));

        Assert.Equal(2, _server.Logins.Count);
    }

    [Fact]
    public async Task A_purchase_refused_for_its_token_is_repeated_with_a_new_one()
    {
        var kpn = _carriers.Kpn();
        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);
        _server.RevokeTokens();
        _server.Body = """{"error-code": "200", "error-code-label": "success"}""";

        await kpn.BuyAsync(new("GB", StubbedCarriers.Number), default);

        Assert.Equal(2, _carriers.Carrier.Requests.Count(request => request.Address.AbsolutePath.EndsWith("/buy", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(3)]
    public async Task A_server_clock_that_is_wrong_by_hours_does_not_matter(int hours)
    {
        _server.ClockSkew = TimeSpan.FromHours(hours);
        var kpn = _carriers.Kpn();

        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);
        await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);

        Assert.Single(_server.Logins);
    }

    [Fact]
    public async Task A_token_that_is_refused_although_new_gives_one_clear_error()
    {
        _server.RefusesAllTokens = true;

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Kpn().FindOwnedAsync("GB", StubbedCarriers.Number, default));

        Assert.Equal(CarrierErrorKind.Unauthenticated, failure.Kind);
        Assert.Equal(2, _server.Logins.Count);
        Assert.Equal(2, _server.Refusals);
    }

    [Fact]
    public async Task A_revoked_login_gives_one_clear_error_and_is_not_hammered()
    {
        _server.RefusesLogins = true;
        var kpn = _carriers.Kpn();

        var failures = new List<CarrierException>();
        for (var call = 0; call < 100; call++)
            failures.Add(await Assert.ThrowsAsync<CarrierException>(() => kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default)));

        Assert.Single(_server.Logins);
        Assert.Equal(
            "kpn: failed to log in to the API store: ClientId is invalid (HTTP 401, code invalid_client). "
            + "Check the credentials configured for kpn: they may be wrong, revoked or of another account.",
            Assert.Single(failures.Select(failure => failure.Message).Distinct(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_login_that_works_again_is_used_again()
    {
        _server.RefusesLogins = true;
        var kpn = _carriers.Kpn();
        await Assert.ThrowsAsync<CarrierException>(() => kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default));
        _server.RefusesLogins = false;

        _carriers.Time.Advance(TimeSpan.FromSeconds(30));

        Assert.Null(await kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default));
    }

    [Fact]
    public async Task A_login_that_fails_for_a_moment_is_repeated()
    {
        _server.LoginFailures = 2;

        Assert.Null(await _carriers.Kpn().FindOwnedAsync("GB", StubbedCarriers.Number, default));

        Assert.Equal(3, _server.Logins.Count);
    }

    [Fact]
    public async Task A_purchase_that_got_no_token_leaves_no_doubt_that_nothing_was_bought()
    {
        _server.LoginFailures = int.MaxValue;

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Kpn().BuyAsync(new("GB", StubbedCarriers.Number), default));

        Assert.Equal(CarrierErrorKind.Unavailable, failure.Kind);
        Assert.True(failure.RequestNotSent);
        Assert.False(failure.IsIndeterminate);
    }

    [Fact]
    public async Task The_pbx_login_is_renewed_by_refresh_token()
    {
        var portSip = PortSip();
        await portSip.GetAsync("1", default);
        _carriers.Time.Advance(TimeSpan.FromHours(1));

        await portSip.GetAsync("1", default);

        Assert.Equal(2, _server.Logins.Count);
        Assert.Equal(
            "grant_type=password&username=operator&password=canary-secret-value&domain=pbx.example.com&scope=all&client_id=9d806019-75b2-4b3d-bb8b-f5a3a412cc0a",
            _server.Logins[0]);
        Assert.Contains("grant_type=refresh_token&refresh_token=refresh-1", _server.Logins[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_refresh_token_falls_back_to_the_password()
    {
        var portSip = PortSip();
        await portSip.GetAsync("1", default);
        _server.RefusesRefreshTokens = true;
        _carriers.Time.Advance(TimeSpan.FromHours(1));

        await portSip.GetAsync("1", default);

        Assert.Equal(["password", "refresh_token", "password"], _server.Logins.Select(login => login.Split('=', '&')[1]));
    }

    [Fact]
    public async Task A_given_token_that_is_refused_gives_one_clear_error()
    {
        _server.Body = """{"id": "1", "number": "441"}""";
        _server.RefusesAllTokens = true;

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.PortSip().GetAsync("1", default));

        Assert.Equal(CarrierErrorKind.Unauthenticated, failure.Kind);
        Assert.Single(_carriers.Carrier.Requests);
        Assert.Equal("Bearer canary-secret-value", _carriers.Carrier.Requests[0].Headers["Authorization"]);
    }

    private IExclusiveNumbersClient PortSip()
    {
        _server.Body = """{"id": "1", "number": "441"}""";
        return _carriers.PortSip(token: null);
    }

    /// <summary>A login and an API that wants its tokens.</summary>
    private sealed class TokenServer
    {
        private readonly Lock _lock = new();
        private readonly List<string> _logins = [];
        private int _issued;
        private int _refusals;
        private int _revoked;

        public IReadOnlyList<string> Logins
        {
            get
            {
                lock (_lock)
                    return [.. _logins];
            }
        }

        public int Refusals => _refusals;

        public string Body { get; set; } = "{}";

        public Task BeforeToken { get; set; } = Task.CompletedTask;

        public TimeSpan ClockSkew { get; set; }

        public int LoginFailures { get; set; }

        public bool RefusesLogins { get; set; }

        public bool RefusesRefreshTokens { get; set; }

        public bool RefusesAllTokens { get; set; }

        public void RevokeTokens() => _revoked = _issued;

        public async Task<HttpResponseMessage> AnswerAsync(SentRequest request, CancellationToken cancellationToken)
        {
            if (request.Address.AbsolutePath.EndsWith("token", StringComparison.Ordinal))
                return await LoginAsync(request);
            var token = request.Headers["Authorization"].Split('-')[^1];
            if (!RefusesAllTokens && int.TryParse(token, CultureInfo.InvariantCulture, out var number) && number > _revoked)
                return new HttpResponseMessage { Content = new StringContent(Body) };
            Interlocked.Increment(ref _refusals);
            return new HttpResponseMessage(HttpStatusCode.Unauthorized);
        }

        private async Task<HttpResponseMessage> LoginAsync(SentRequest request)
        {
            int attempt;
            lock (_lock)
            {
                _logins.Add(request.Body);
                attempt = _logins.Count;
            }

            await BeforeToken;
            if (attempt <= LoginFailures)
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            if (RefusesLogins || (RefusesRefreshTokens && request.Body.Contains("refresh_token=", StringComparison.Ordinal)))
            {
                return new HttpResponseMessage(HttpStatusCode.Unauthorized)
                {
                    Content = new StringContent("""{"error": "invalid_client", "error_description": "ClientId is invalid"}"""),
                };
            }

            var issued = Interlocked.Increment(ref _issued);
            var issuedAt = (new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) + ClockSkew).ToUnixTimeMilliseconds();
            return new HttpResponseMessage
            {
                Content = new StringContent(JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["access_token"] = $"token-{issued}",
                    ["token_type"] = "Bearer",
                    ["expires_in"] = "3599",
                    ["issued_at"] = issuedAt.ToString(CultureInfo.InvariantCulture),
                    ["refresh_token"] = $"refresh-{issued}",
                    ["status"] = "approved",
                })),
            };
        }
    }
}
