using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Vonage.Numbers;

/// <summary>The Numbers API at Vonage itself and behind KPN: the same behaviour twice.</summary>
public abstract class NexmoNumbersTests : EmulatedCarriers
{
    protected abstract INumberCarrier Carrier();

    protected abstract NexmoAccount Account();

    [Fact]
    public async Task A_number_is_found_bought_listed_and_cancelled()
    {
        var carrier = Carrier();
        var criteria = new NumberCriteria { Country = "GB", Type = NumberType.MobileLvn, Features = new HashSet<NumberFeature> { NumberFeature.Sms, NumberFeature.Voice } };
        var offer = await carrier.SearchAsync(criteria, default).FirstAsync();
        Assert.Equal((NumberType.MobileLvn, 1.25m, "EUR"), (offer.Type, offer.Fees.Recurring, offer.Fees.Currency));
        Assert.Null(await carrier.FindOwnedAsync("GB", offer.Number, default));

        await carrier.BuyAsync(new NumberOrder("GB", offer.Number), default);

        var owned = await carrier.FindOwnedAsync("GB", offer.Number, default);
        Assert.Equal(("GB", NumberType.MobileLvn), (owned!.Country, owned.Type));
        Assert.Contains(offer.Number, await carrier.ListOwnedAsync(new OwnedNumberFilter(), default).Select(number => number.Number).ToListAsync());

        await carrier.CancelAsync(new NumberCancellation("GB", offer.Number), default);
        Assert.Null(await carrier.FindOwnedAsync(country: null, offer.Number, default));
    }

    [Fact]
    public async Task Offers_are_searched_over_all_pages_without_repeats()
    {
        var offers = await Carrier().SearchAsync(new NumberCriteria { Country = "NL" }, default).Select(offer => offer.Number).ToListAsync();

        Assert.True(offers.Count > 300);
        Assert.Equal(offers.Count, offers.Distinct().Count());
    }

    [Theory]
    [InlineData("31600", SearchPattern.StartsWith)]
    [InlineData("0012", SearchPattern.Contains)]
    [InlineData("07", SearchPattern.EndsWith)]
    public async Task Offers_are_searched_by_pattern(string pattern, SearchPattern place)
    {
        var offers = await Carrier().SearchAsync(new NumberCriteria { Country = "NL", Pattern = pattern, SearchPattern = place }, default)
            .Select(offer => offer.Number.Digits).ToListAsync();

        Assert.NotEmpty(offers);
        Assert.All(offers, digits => Assert.True(place switch
        {
            SearchPattern.StartsWith => digits.StartsWith(pattern, StringComparison.Ordinal),
            SearchPattern.EndsWith => digits.EndsWith(pattern, StringComparison.Ordinal),
            _ => digits.Contains(pattern, StringComparison.Ordinal),
        }));
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list()
    {
        Assert.Empty(await Carrier().SearchAsync(new NumberCriteria { Country = "AQ" }, default).ToListAsync());
        Assert.Empty(await Carrier().ListOwnedAsync(new OwnedNumberFilter { Pattern = "999999" }, default).ToListAsync());
    }

    [Fact]
    public async Task A_thousand_owned_numbers_cost_ten_requests()
    {
        Account().Cancel(Account().Numbers.Select(number => number.Msisdn));
        var numbers = Account().SubscribeMany(1000);

        var listed = await Carrier().ListOwnedAsync(new OwnedNumberFilter(), default).Select(number => number.Number.Digits).ToListAsync();

        Assert.Equal(numbers, listed);
        Assert.Equal(10, Count(Operations.ListOwned));
    }

    [Fact]
    public async Task Settings_are_written_reported_and_cleared()
    {
        var carrier = Carrier();
        var number = await RentAsync(carrier);
        var settings = new NumberSettings
        {
            MoHttpUrl = "https://example.com/mo",
            MoSmppSysType = "inbound",
            VoiceCallbackType = "tel",
            VoiceCallbackValue = "447700900001",
            VoiceStatusCallback = "https://example.com/status",
        };

        await carrier.ConfigureAsync("GB", number, settings, default);

        var written = Account().Find(number.Digits)!;
        Assert.Equal(("https://example.com/mo", "inbound", "https://example.com/status"), (written.MoHttpUrl, written.MoSmppSysType, written.VoiceStatusCallback));
        var reported = (await carrier.FindOwnedAsync("GB", number, default))!.Settings;
        Assert.Equal(("https://example.com/mo", "tel", "447700900001"), (reported.MoHttpUrl, reported.VoiceCallbackType, reported.VoiceCallbackValue));
        Assert.Null(reported.MoSmppSysType);

        await carrier.ConfigureAsync("GB", number, new NumberSettings { MoHttpUrl = "" }, default);

        Assert.Equal("", (await carrier.FindOwnedAsync("GB", number, default))!.Settings.MoHttpUrl);
    }

    [Fact]
    public async Task A_refused_callback_is_told_with_the_carriers_words()
    {
        var carrier = Carrier();
        var number = await RentAsync(carrier);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => carrier.ConfigureAsync("GB", number, new NumberSettings { MoHttpUrl = "https://example.com/refuse?token=hunter2" }, default));

        Assert.Equal((CarrierErrorKind.InvalidRequest, "420"), (failure.Kind, failure.Code));
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_somebody_else_was_faster_to_buy_is_a_conflict()
    {
        var carrier = Carrier();
        var offer = await carrier.SearchAsync(new NumberCriteria { Country = "GB" }, default).FirstAsync();
        await carrier.BuyAsync(new NumberOrder("GB", offer.Number), default);
        Account().Cancel(offer.Number.Digits);
        Snatch(offer.Number.Digits);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => carrier.BuyAsync(new NumberOrder("GB", offer.Number), default));

        Assert.Equal(CarrierErrorKind.Conflict, failure.Kind);
    }

    [Fact]
    public async Task Cancelling_a_number_that_the_account_does_not_own_is_not_found()
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => Carrier().CancelAsync(new NumberCancellation("GB", Msisdn.Parse("447700900999")), default));

        Assert.Equal(CarrierErrorKind.NotFound, failure.Kind);
    }

    protected abstract void Snatch(string number);

    protected static async Task<Msisdn> RentAsync(INumberCarrier carrier)
    {
        var offer = await carrier.SearchAsync(new NumberCriteria { Country = "GB", Type = NumberType.MobileLvn }, default).FirstAsync();
        await carrier.BuyAsync(new NumberOrder("GB", offer.Number), default);
        return offer.Number;
    }
}
