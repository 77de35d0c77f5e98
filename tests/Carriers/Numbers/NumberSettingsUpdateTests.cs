using System.Web;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Numbers;

/// <summary>An update reads first and sends every known setting, because carriers clear what it does not carry.</summary>
public sealed class NumberSettingsUpdateTests
{
    private const string Owned = """
        {"count": 1, "numbers": [{"country": "GB", "msisdn": "447700900123", "moHttpUrl": "https://example.com/mo", "app_id": "app-1",
          "voiceCallbackType": "sip", "voiceCallbackValue": "sip:desk@example.com", "features": ["SMS"],}]}
        """;

    private readonly StubbedCarriers _carriers = new();

    [Fact]
    public async Task OneChangedSetting_CarriesAllOthers()
    {
        _carriers.Carrier.Answers(Owned).Answers("""{"error-code": "200"}""");

        await _carriers.VonageNumbers().ConfigureAsync(
            new NumberUpdate("GB", StubbedCarriers.Number, new NumberSettings { VoiceCallbackValue = "sip:night@example.com" })
            {
                LastKnown = new NumberSettings { MoSmppSysType = "inbound", VoiceStatusCallback = "https://example.com/status", MoHttpUrl = "https://example.com/old" },
            },
            default);

        var sent = HttpUtility.ParseQueryString(_carriers.Carrier.Requests[1].Body);
        Assert.Equal(
            ("https://example.com/mo", "inbound", "sip", "sip:night@example.com", "https://example.com/status", "app-1"),
            (sent["moHttpUrl"], sent["moSmppSysType"], sent["voiceCallbackType"], sent["voiceCallbackValue"], sent["voiceStatusCallback"], sent["app_id"]));
    }

    [Fact]
    public async Task ClearedSetting_IsSentEmpty_AndTheOthersStay()
    {
        _carriers.Carrier.Answers(Owned).Answers("""{"error-code": "200"}""");

        await _carriers.VonageNumbers().ConfigureAsync("GB", StubbedCarriers.Number, new NumberSettings { MoHttpUrl = "" }, default);

        Assert.Contains("moHttpUrl=&", _carriers.Carrier.Requests[1].Body, StringComparison.Ordinal);
        Assert.Contains("app_id=app-1", _carriers.Carrier.Requests[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumberThatWasJustRead_IsNotReadAgain()
    {
        _carriers.Carrier.Answers("""{"error-code": "200"}""");
        var current = new OwnedNumber { Number = StubbedCarriers.Number, Country = "GB", Settings = new NumberSettings { AppId = "app-2" } };

        await _carriers.VonageNumbers().ConfigureAsync(
            new NumberUpdate("GB", StubbedCarriers.Number, new NumberSettings { MoHttpUrl = "https://example.com/new" }) { Current = current }, default);

        Assert.Contains("app_id=app-2", Assert.Single(_carriers.Carrier.Requests).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SevenUpdate_CarriesTheOtherForwards_AndLeavesSlackAlone()
    {
        const string Active = """
            {"number": "447700900123", "country": "GB", "friendly_name": "Desk",
             "forward_sms_mo": {"sms": {"number": ["447700900200"], "enabled": true}, "email": {"address": ["a@example.com"], "enabled": "1"}}}
            """;
        _carriers.Carrier.Answers(Active);

        await _carriers.Seven().ConfigureAsync("GB", StubbedCarriers.Number, new NumberSettings { FriendlyName = "Night desk" }, default);

        var sent = JObject.Parse(_carriers.Carrier.Requests[1].Body);
        Assert.Equal(["friendly_name", "sms_forward", "email_forward"], sent.Properties().Select(property => property.Name));
        Assert.Equal(("Night desk", "447700900200"), ((string?)sent["friendly_name"], (string?)sent["sms_forward"]![0]));
    }

    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    public async Task SevenCancellation_SendsDeleteImmediatelyAsAFormField(bool immediately, string value)
    {
        _carriers.Carrier.Answers("""{"success": true}""");

        await _carriers.Seven().CancelAsync(new NumberCancellation("GB", StubbedCarriers.Number, immediately), default);

        Assert.Equal($"delete_immediately={value}", _carriers.Carrier.Requests[0].Body);
    }

    [Fact]
    public async Task KpnSearch_WithoutType_AsksForEveryType()
    {
        _carriers.Carrier.Answers("""{"access_token": "t-1", "expires_in": "3599"}""").Answers("{}");

        await _carriers.Kpn().SearchAsync(new NumberCriteria { Country = "GB", Features = new HashSet<NumberFeature> { NumberFeature.Sms } }, default).ToListAsync();

        Assert.Equal(
            ["landline", "landline-toll-free", "mobile-lvn"],
            _carriers.Carrier.Requests.Skip(1).Select(request => HttpUtility.ParseQueryString(request.Address.Query)["type"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task VonageSearch_ReadsTheInitialPriceAsSetupFee()
    {
        _carriers.Carrier.Answers("""{"count": 1, "numbers": [{"country": "GB", "msisdn": "447700900123", "cost": "1.25", "initialPrice": "0.80"}]}""");

        var offer = await _carriers.VonageNumbers().SearchAsync(new NumberCriteria { Country = "GB" }, default).SingleAsync();

        Assert.Equal((0.80m, 1.25m), (offer.Fees.Setup, offer.Fees.Recurring));
    }

    [Fact]
    public async Task KpnListing_ByApplication_IsAnUnsupportedFilter()
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(
            async () => await _carriers.Kpn().ListOwnedAsync(new OwnedNumberFilter { ApplicationId = "app-1" }, default).ToListAsync());

        Assert.Equal((CarrierErrorKind.Unsupported, true), (failure.Kind, failure.RequestNotSent));
        Assert.Empty(_carriers.Carrier.Requests);
    }
}
