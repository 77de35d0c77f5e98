using System.Globalization;
using System.Net;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Kpn;

public sealed class KpnQuotaTests
{
    private const string Token = """{"access_token": "token-1", "expires_in": "3599"}""";

    private readonly StubbedCarriers _carriers = new();
    private readonly INumberCarrier _kpn;

    public KpnQuotaTests()
    {
        _carriers.Carrier.Answers(Token);
        _kpn = _carriers.Kpn();
    }

    [Fact]
    public async Task Calls_slow_down_as_the_quota_is_used_up()
    {
        Answers(used: 80, limit: 100);
        await FindAsync();
        Assert.Empty(_carriers.Time.Waits);

        await FindAsync();

        Assert.Equal([TimeSpan.FromSeconds(2)], _carriers.Time.Waits);
    }

    [Fact]
    public async Task Calls_keep_their_pace_while_there_is_plenty()
    {
        Answers(used: 79, limit: 100);

        await FindAsync();
        await FindAsync();

        Assert.Empty(_carriers.Time.Waits);
    }

    [Fact]
    public async Task Calls_left_are_spread_over_the_time_left()
    {
        Answers(used: 800, limit: 1000);
        await FindAsync();

        await FindAsync();

        Assert.Equal([TimeSpan.FromSeconds(0.3)], _carriers.Time.Waits);
    }

    [Fact]
    public async Task Ninety_percent_is_warned_of_once()
    {
        Answers(used: 90, limit: 100);

        await FindAsync();
        await FindAsync();

        var warning = Assert.Single(_carriers.Events.Warnings);
        Assert.Equal("kpn: The quota is nearly used up: 90 of 100 calls in 1 minute, until 2026-01-01 00:01:00Z.", warning);
    }

    [Fact]
    public async Task A_spent_quota_names_the_time_of_its_reset()
    {
        Answers(used: 100, limit: 100, status: HttpStatusCode.TooManyRequests, reset: "2026-01-01T06:00:00Z");

        var failure = await Assert.ThrowsAsync<CarrierException>(FindAsync);

        Assert.Equal(CarrierErrorKind.RateLimited, failure.Kind);
        Assert.Contains("the quota is exhausted (100 of 100 calls in 1 minute, until 2026-01-01 06:00:00Z)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Run it again after 2026-01-01 06:00:00Z", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spent_quota_that_resets_soon_is_waited_for()
    {
        Answers(used: 100, limit: 100, status: HttpStatusCode.TooManyRequests);
        Answers(used: 1, limit: 100);

        Assert.Null(await FindAsync());

        Assert.Contains(TimeSpan.FromMinutes(1), _carriers.Time.Waits);
    }

    [Theory]
    [InlineData("2026-01-01 00:01:00")]
    [InlineData("Thu, 01 Jan 2026 00:01:00 GMT")]
    [InlineData("1767225660")]
    [InlineData("1767225660000")]
    public async Task The_time_of_the_reset_is_read_in_any_form(string reset)
    {
        Answers(used: 95, limit: 100, reset: reset);

        await FindAsync();

        Assert.Contains("until 2026-01-01 00:01:00Z", Assert.Single(_carriers.Events.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", "soon", "minute")]
    [InlineData("-1", "5", "minute")]
    [InlineData("99999999999999999999", "5", "minute")]
    public async Task Nonsense_in_the_headers_does_no_harm(string limit, string used, string unit)
    {
        _carriers.Carrier.Answers("{}", HttpStatusCode.OK, ("quota-limit", limit), ("quota-used", used), ("quota-time-unit", unit), ("quota-reset-UTC", "99999999999999999"));

        Assert.Null(await FindAsync());

        Assert.Empty(_carriers.Events.Warnings);
    }

    [Fact]
    public async Task The_end_of_the_api_is_warned_of_once()
    {
        _carriers.Carrier.Answers("{}", HttpStatusCode.OK, ("sunset", "Sat, 31 Oct 2026 23:59:59 GMT"));

        await FindAsync();
        await FindAsync();

        Assert.Equal(["kpn: The API is being withdrawn: Sat, 31 Oct 2026 23:59:59 GMT."], _carriers.Events.Warnings);
    }

    [Fact]
    public async Task No_end_of_the_api_is_no_warning()
    {
        _carriers.Carrier.Answers("{}", HttpStatusCode.OK, ("sunset", "n/a"));

        await FindAsync();

        Assert.Empty(_carriers.Events.Warnings);
    }

    private Task<OwnedNumber?> FindAsync() => _kpn.FindOwnedAsync("GB", StubbedCarriers.Number, default);

    private void Answers(int used, int limit, HttpStatusCode status = HttpStatusCode.OK, string reset = "2026-01-01T00:01:00Z") => _carriers.Carrier.Answers(
        "{}", status,
        ("quota-limit", limit.ToString(CultureInfo.InvariantCulture)),
        ("quota-used", used.ToString(CultureInfo.InvariantCulture)),
        ("quota-interval", "1"),
        ("quota-time-unit", "minute"),
        ("quota-reset-UTC", reset));
}
