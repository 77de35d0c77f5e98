using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Seven;

public sealed class SevenNumbersTests : EmulatedCarriers
{
    private static readonly NumberCriteria German = new()
    {
        Country = "DE",
        Features = new HashSet<NumberFeature> { NumberFeature.A2pSms },
        PaymentInterval = PaymentInterval.Monthly,
    };

    [Fact]
    public async Task A_number_is_found_ordered_listed_and_deleted()
    {
        var seven = Seven();
        var offer = await seven.SearchAsync(German, default).FirstAsync();
        Assert.Equal((7.50m, 10m, PaymentInterval.Monthly), (offer.Fees.Recurring, offer.Fees.Setup, offer.Fees.Interval));

        await seven.BuyAsync(new NumberOrder("DE", offer.Number, PaymentInterval.Monthly), default);

        var owned = await seven.FindOwnedAsync("DE", offer.Number, default);
        Assert.Equal((7.50m, PaymentInterval.Monthly), (owned!.Fees!.Recurring, owned.Fees.Interval));
        Assert.NotNull(owned.Created);
        Assert.Null(owned.Expires);
        Assert.Equal([offer.Number], await seven.ListOwnedAsync(new OwnedNumberFilter(), default).Select(number => number.Number).ToListAsync());
        Assert.Null(await seven.FindOwnedAsync("US", offer.Number, default));

        await seven.CancelAsync(new NumberCancellation("DE", offer.Number, Immediately: true), default);
        Assert.Null(await seven.FindOwnedAsync(country: null, offer.Number, default));
    }

    [Fact]
    public async Task A_number_cancelled_for_the_end_of_its_period_runs_until_then()
    {
        var seven = Seven();
        var number = await RentAsync();

        await seven.CancelAsync(new NumberCancellation("DE", number), default);

        var owned = await seven.FindOwnedAsync("DE", number, default);
        Assert.True(owned!.Expires > owned.Created);
        Assert.Equal(TimeSpan.Zero, owned.Expires!.Value.Offset);
    }

    [Fact]
    public async Task A_yearly_price_is_quoted_for_yearly_payment()
    {
        var offer = await Seven().SearchAsync(German with { PaymentInterval = PaymentInterval.Annually }, default).FirstAsync();

        Assert.Equal((75m, 0m, 6.25m), (offer.Fees.Recurring, offer.Fees.Setup, offer.Fees.PerMonth));
    }

    [Theory]
    [InlineData("49176040690", SearchPattern.StartsWith, 100)]
    [InlineData("042", SearchPattern.EndsWith, 1)]
    [InlineData("06904", SearchPattern.Contains, 10)]
    public async Task A_pattern_that_the_carrier_cannot_search_for_is_searched_for_here(string pattern, SearchPattern place, int expected)
    {
        var offers = await Seven().SearchAsync(German with { Pattern = pattern, SearchPattern = place }, default).ToListAsync();

        Assert.Equal(expected, offers.Count);
    }

    [Fact]
    public async Task Settings_are_written_reported_and_cleared()
    {
        var seven = Seven();
        var number = await RentAsync();

        await seven.ConfigureAsync(
            "DE", number, new NumberSettings { FriendlyName = "Support", SmsForward = ["447700900001", "447700900002"], EmailForward = ["team@example.com"] }, default);
        var written = (await seven.FindOwnedAsync("DE", number, default))!.Settings;
        await seven.ConfigureAsync("DE", number, new NumberSettings { SmsForward = [], FriendlyName = "" }, default);
        var cleared = (await seven.FindOwnedAsync("DE", number, default))!.Settings;

        Assert.Equal("Support", written.FriendlyName);
        Assert.Equal(["447700900001", "447700900002"], written.SmsForward!);
        Assert.Equal(["team@example.com"], written.EmailForward!);
        Assert.Equal("", cleared.FriendlyName);
        Assert.Empty(cleared.SmsForward!);
        Assert.Equal(["team@example.com"], cleared.EmailForward!);
    }

    [Fact]
    public async Task A_number_that_is_not_on_offer_is_a_conflict()
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => Seven().BuyAsync(new NumberOrder("DE", Msisdn.Parse("447700900123")), default));

        Assert.Equal(CarrierErrorKind.Conflict, failure.Kind);
    }

    [Fact]
    public async Task Deleting_a_number_that_the_account_does_not_own_is_not_found()
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => Seven().CancelAsync(new NumberCancellation("DE", Msisdn.Parse("447700900999")), default));

        Assert.Equal(CarrierErrorKind.NotFound, failure.Kind);
    }

    [Fact]
    public async Task Too_little_credit_is_told_as_such()
    {
        Server.Seven.Credit = 1;

        var failure = await Assert.ThrowsAsync<CarrierException>(RentAsync);

        Assert.Equal((CarrierErrorKind.InsufficientFunds, "500"), (failure.Kind, failure.Code));
        Assert.Empty(Server.Seven.Numbers);
    }

    private async Task<Msisdn> RentAsync()
    {
        var seven = Seven();
        var offer = await seven.SearchAsync(German, default).FirstAsync();
        await seven.BuyAsync(new NumberOrder("DE", offer.Number, PaymentInterval.Monthly), default);
        return offer.Number;
    }
}
