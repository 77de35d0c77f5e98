using System.Net;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorSevenTests : EmulatorTest
{
    private const string ForSale = "4500005000";

    [Fact]
    public async Task AvailableNumbers_ShowFeesByIntervalAndFeatures()
    {
        var response = await Seven.GetAsync("/numbers/available?country=DK");

        var number = response.Json["availableNumbers"]!.AsArray().First()!;
        Assert.Equal(ForSale, (string?)number["number"]);
        Assert.Equal("+45 00 00 50 00", (string?)number["number_parsed"]);
        Assert.Equal(6.00m, (decimal)number["fees"]!["monthly"]!["basic_charge"]!);
        Assert.Equal(60.00m, (decimal)number["fees"]!["annually"]!["basic_charge"]!);
        Assert.True((bool)number["features"]!["a2p_sms"]!);
        Assert.NotNull(number["fees"]!["sms_mo"]);
        Assert.NotNull(number["fees"]!["voice_mo"]);
    }

    [Theory]
    [InlineData("features_sms", "sms")]
    [InlineData("features_a2p_sms", "a2p_sms")]
    [InlineData("features_voice", "voice")]
    public async Task Available_numbers_are_filtered_by_feature_and_come_unpaged(string parameter, string feature)
    {
        var all = (await Seven.GetAsync("/numbers/available")).Json["availableNumbers"]!.AsArray();
        var matching = (await Seven.GetAsync($"/numbers/available?{parameter}=true")).Json["availableNumbers"]!.AsArray();

        Assert.Equal(all.Count(number => (bool)number!["features"]![feature]!), matching.Count);
        Assert.InRange(matching.Count, 101, all.Count - 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_comes_as_a_form_or_as_json_and_is_annual_by_default(bool json)
    {
        var response = json
            ? await Seven.PostJsonAsync("/numbers/order", $$"""{"number":"{{ForSale}}"}""")
            : await Seven.PostFormAsync("/numbers/order", ("number", ForSale));

        Assert.Equal("""{"success":true,"error":null,}""", response.Text);
        Assert.Equal("annually", Server.Seven.Find(ForSale)!.PaymentInterval);
        Assert.Equal(60.00m, Assert.Single(Server.Billing.Purchases()).RecurringFee);
    }

    [Theory]
    [InlineData("""{"number":"99999999"}""")]
    [InlineData("""{"number":"4500005000","payment_interval":"weekly"}""")]
    [InlineData("""{}""")]
    public async Task A_refused_order_says_so_on_200(string body)
    {
        var response = await Seven.PostJsonAsync("/numbers/order", body);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.False((bool)response.Json["success"]!);
        Assert.NotEmpty((string)response.Json["error"]!);
        Assert.Empty(Server.Billing.Entries);
    }

    [Fact]
    public async Task An_active_number_is_described_alone_as_in_the_list()
    {
        await Seven.PostJsonAsync("/numbers/order", """{"number":"4917604069000","payment_interval":"monthly"}""");

        var listed = (await Seven.GetAsync("/numbers/active")).Json["activeNumbers"]![0]!;
        var alone = await Seven.GetAsync("/numbers/active/4917604069000");

        Assert.Equal(listed.ToJsonString(), alone.Json.ToJsonString());
        Assert.Equal("DE", (string?)listed["country"]);
        Assert.Equal("monthly", (string?)listed["billing"]!["payment_interval"]);
        Assert.Equal(7.50m, (decimal)listed["billing"]!["fees"]!["basic_charge"]!);
        Assert.Equal(10m, (decimal)listed["billing"]!["fees"]!["setup"]!);
        Assert.Equal("2030-01-31 12:00:00", (string?)listed["created"]);
        Assert.True(listed.AsObject().ContainsKey("expires"));
        Assert.Null(listed["expires"]);
    }

    [Fact]
    public async Task A_number_that_is_not_active_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await Seven.GetAsync("/numbers/active/" + ForSale)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Seven.PatchJsonAsync("/numbers/active/" + ForSale, "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Seven.DeleteAsync("/numbers/active/" + ForSale)).Status);
    }

    [Fact]
    public async Task Settings_are_written_kept_when_not_sent_and_switched_off_by_an_empty_array()
    {
        Server.Seven.Activate(Server.Seven.Stock.Find(ForSale)!);
        const string path = "/numbers/active/" + ForSale;

        var set = await Seven.PatchJsonAsync(path, """{"friendly_name":"Desk","sms_forward":["4512345678","4587654321"],"email_forward":["desk@example.com"]}""");
        Assert.Equal("Desk", (string?)set.Json["friendly_name"]);
        Assert.True((bool)set.Json["forward_sms_mo"]!["sms"]!["enabled"]!);
        Assert.Equal(2, set.Json["forward_sms_mo"]!["sms"]!["number"]!.AsArray().Count);
        Assert.Equal("desk@example.com", (string?)set.Json["forward_sms_mo"]!["email"]!["address"]![0]);

        var cleared = await Seven.PatchJsonAsync(path, """{"sms_forward":[]}""");
        Assert.False((bool)cleared.Json["forward_sms_mo"]!["sms"]!["enabled"]!);
        Assert.True((bool)cleared.Json["forward_sms_mo"]!["email"]!["enabled"]!);
        Assert.Equal("Desk", (string?)cleared.Json["friendly_name"]);

        var form = await Seven.SendAsync(HttpMethod.Patch, path, Carrier.Form(("sms_forward[]", "4511111111"), ("sms_forward[]", "4522222222"), ("email_forward", "")));
        Assert.Equal(["4511111111", "4522222222"], form.Json["forward_sms_mo"]!["sms"]!["number"]!.AsArray().Select(number => (string)number!));
        Assert.False((bool)form.Json["forward_sms_mo"]!["email"]!["enabled"]!);
    }

    [Theory]
    [InlineData("monthly", "2030-02-28 12:00:00", 28)]
    [InlineData("annually", "2031-01-31 12:00:00", 365)]
    public async Task A_cancelled_number_stays_until_its_period_ends(string interval, string expires, int days)
    {
        await Seven.PostJsonAsync("/numbers/order", $$"""{"number":"{{ForSale}}","payment_interval":"{{interval}}"}""");

        var cancelled = await Seven.DeleteAsync("/numbers/active/" + ForSale);
        Assert.Equal("""{"success":true}""", cancelled.Text);
        Assert.Equal(expires, (string?)(await Seven.GetAsync("/numbers/active/" + ForSale)).Json["expires"]);

        Clock.Advance(TimeSpan.FromDays(days));
        Assert.Equal("""{"activeNumbers":[]}""", (await Seven.GetAsync("/numbers/active")).Text);
        Assert.Single(Server.Billing.Releases(CarrierNames.Seven));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_number_deleted_immediately_is_gone(bool json)
    {
        Server.Seven.Activate(Server.Seven.Stock.Find(ForSale)!);

        HttpContent body = json ? Carrier.Json("""{"delete_immediately":true}""") : Carrier.Form(("delete_immediately", "1"));
        await Seven.DeleteAsync("/numbers/active/" + ForSale, body);

        Assert.Empty(Server.Seven.Numbers);
    }

    [Theory]
    [InlineData(null, null, "300")]
    [InlineData("wrong", null, "900")]
    [InlineData(null, "wrong", "900")]
    public async Task Wrong_credentials_get_a_bare_number_on_200(string? apiKey, string? bearer, string code)
    {
        var client = Keep(new Carrier(Server.Addresses.Seven)
        {
            ApiKey = apiKey,
            Authorization = bearer is null ? null : Carrier.Bearer(bearer),
        });

        var response = await client.GetAsync("/numbers/active");

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(code, response.Text);
    }

    [Fact]
    public async Task BearerToken_IsAccepted_InPlaceOfTheKeyHeader()
    {
        var client = Keep(new Carrier(Server.Addresses.Seven) { Authorization = Carrier.Bearer(EmulatorCredentials.SevenApiKey) });

        Assert.IsType<JsonArray>((await client.GetAsync("/numbers/active")).Json["activeNumbers"]);
    }

    [Theory]
    [InlineData(402)]
    [InlineData(600)]
    [InlineData(902)]
    [InlineData(903)]
    public async Task AccountInBadCondition_GetsTheNumericError_EverywhereAtSeven(int code)
    {
        Server.Seven.Refusal = code;

        Assert.Equal(code.ToString(System.Globalization.CultureInfo.InvariantCulture), (await Seven.GetAsync("/numbers/available")).Text);
    }

    [Fact]
    public async Task An_order_beyond_the_credit_is_error_500_on_200()
    {
        Server.Seven.Credit = 70m;

        Assert.True((bool)(await Seven.PostJsonAsync("/numbers/order", """{"number":"4500005000"}""")).Json["success"]!);
        var poor = await Seven.PostJsonAsync("/numbers/order", """{"number":"4500005001"}""");

        Assert.Equal((HttpStatusCode.OK, "500"), (poor.Status, poor.Text));
        Assert.Equal(10m, Server.Seven.Credit);
    }
}
