using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers;

/// <summary>The clients read the carriers' own samples, quirks included, without loss.</summary>
public sealed class SampleContractTests
{
    private static readonly Msisdn Number = Msisdn.Parse("447700900000");

    private readonly StubbedCarriers _carriers = new();

    [Fact]
    public async Task KpnOwnedList_IsReadWhole()
    {
        var owned = await Numbers("kpn-owned-list").ListOwnedAsync(new OwnedNumberFilter(), default).SingleAsync();

        Assert.Equal((Number, "GB", NumberType.MobileLvn), (owned.Number, owned.Country, owned.Type!.Value));
        Assert.Equal([NumberFeature.Sms, NumberFeature.Voice], owned.Features.Order());
        Assert.Equal(
            ("https://example.com/mo", "app", "aaaaaaaa-bbbb-cccc-dddd-0123456789ab"),
            (owned.Settings.MoHttpUrl, owned.Settings.VoiceCallbackType, owned.Settings.VoiceCallbackValue));
    }

    [Fact]
    public async Task KpnSearch_IsReadWhole()
    {
        var offer = await Numbers("kpn-search").SearchAsync(new NumberCriteria { Country = "GB" }, default).FirstAsync();

        Assert.Equal((Number, "GB", NumberType.MobileLvn, 1.25m), (offer.Number, offer.Country, offer.Type!.Value, offer.Fees.Recurring!.Value));
        Assert.Equal([NumberFeature.Sms, NumberFeature.Voice], offer.Features.Order());
    }

    [Fact]
    public async Task KpnWrites_AreSuccesses()
    {
        await Numbers("kpn-buy").BuyAsync(new NumberOrder("GB", Number), default);
        await Numbers("kpn-cancel").CancelAsync(new NumberCancellation("GB", Number), default);
        await Numbers("kpn-update").ConfigureAsync(
            new NumberUpdate("GB", Number, new NumberSettings { MoHttpUrl = "" }) { Current = new OwnedNumber { Number = Number, Country = "GB" } }, default);

        Assert.Equal(["buy", "cancel", "update"], _carriers.Carrier.Requests.Select(request => request.Address.Segments[^1]));
    }

    [Theory]
    [InlineData("seven-active-get", "49176123456789", "4917612345678")]
    [InlineData("seven-active-patch", "49176123456789", "49176123456789")]
    public async Task SevenActiveNumber_IsReadWhole(string sample, string number, string forward)
    {
        var owned = await Seven(sample).FindOwnedAsync("DE", Msisdn.Parse(number), default);

        AssertActive(owned!, number, forward);
    }

    [Fact]
    public async Task SevenActiveList_IsReadWhole()
        => AssertActive(await Seven("seven-active-list").ListOwnedAsync(new OwnedNumberFilter(), default).SingleAsync(), "4915170264838", "4917612345678");

    [Theory]
    [InlineData(PaymentInterval.Monthly, 29.9, 19.9)]
    [InlineData(PaymentInterval.Annually, 238.8, 9.9)]
    public async Task SevenAvailable_IsReadWhole(PaymentInterval interval, double recurring, double setup)
    {
        var offer = await Seven("seven-available").SearchAsync(new NumberCriteria { PaymentInterval = interval }, default).SingleAsync();

        Assert.Equal(("4523854818", "DK"), (offer.Number.Digits, offer.Country));
        Assert.Equal(((decimal)recurring, (decimal)setup, interval), (offer.Fees.Recurring!.Value, offer.Fees.Setup!.Value, offer.Fees.Interval));
        Assert.Equal([NumberFeature.Sms, NumberFeature.Voice, NumberFeature.A2pSms], offer.Features.Order());
    }

    [Fact]
    public async Task SevenWrites_AreSuccesses()
    {
        await Seven("seven-order").BuyAsync(new NumberOrder("DE", Number), default);
        await Seven("seven-active-delete").CancelAsync(new NumberCancellation("DE", Number), default);

        Assert.Equal([HttpMethod.Post, HttpMethod.Delete], _carriers.Carrier.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task PortSipNumber_IsReadWhole()
    {
        _carriers.Carrier.Answers(Sample("portsip-get"));

        var number = await _carriers.PortSip().GetAsync("NzAwNTUxOTA5NzczMTQ4MTYw", default);

        Assert.Equal(("NzAwNTUxOTA5NzczMTQ4MTYw", "text", true, "text"), (number!.Id, number.Number, number.Enabled, number.Description));
        Assert.Equal(new DateTimeOffset(2017, 7, 21, 17, 32, 28, TimeSpan.Zero), number.CreatedAt);
    }

    private static void AssertActive(OwnedNumber owned, string number, string forward)
    {
        Assert.Equal((number, "DE"), (owned.Number.Digits, owned.Country));
        Assert.Equal([NumberFeature.Sms, NumberFeature.Voice], owned.Features.Order());
        Assert.Equal((19.9m, 238.8m, PaymentInterval.Annually), (owned.Fees!.Setup!.Value, owned.Fees.Recurring!.Value, owned.Fees.Interval));
        Assert.Equal(forward, Assert.Single(owned.Settings.SmsForward!));
        Assert.Equal(2, owned.Settings.EmailForward!.Count);
        Assert.Equal(new DateTimeOffset(2024, 1, 31, 17, 6, 27, TimeSpan.Zero), owned.Created);
        Assert.Null(owned.Expires);
    }

    private INumberCarrier Numbers(string sample)
    {
        _carriers.Carrier.Answers(Sample(sample));
        return _carriers.VonageNumbers();
    }

    private INumberCarrier Seven(string sample)
    {
        _carriers.Carrier.Answers(Sample(sample));
        return _carriers.Seven();
    }

    private static string Sample(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", name + ".json"));
}
