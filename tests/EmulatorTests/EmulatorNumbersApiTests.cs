using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

/// <summary>What KPN and Vonage have in common.</summary>
public abstract class EmulatorNumbersApiTests : EmulatorTest
{
    protected override EmulatorOptions Options => new() { VonageOwnedNumbers = 0 };

    protected abstract string ForSale { get; }

    protected abstract NexmoAccount Account { get; }

    protected abstract HttpStatusCode FailureStatus { get; }

    [Fact]
    public async Task ListOfNothing_IsAnEmptyObject()
    {
        var response = await (await ClientAsync()).GetAsync("/account/numbers");

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal("{}", response.Text);
    }

    [Fact]
    public async Task OwnedNumbers_ComeInPagesOfTen_ByDefault()
    {
        var numbers = Account.SubscribeMany(25);
        var client = await ClientAsync();

        Assert.Equal(numbers.Take(10), Msisdns(await client.GetAsync("/account/numbers")));
        Assert.Equal(numbers.Skip(20), Msisdns(await client.GetAsync("/account/numbers?size=20&index=2")));
        Assert.Equal(25, (int)(await client.GetAsync("/account/numbers")).Json["count"]!);
    }

    [Theory]
    [InlineData("size=101")]
    [InlineData("size=0")]
    [InlineData("index=0")]
    [InlineData("search_pattern=3")]
    public async Task Paging_beyond_the_limits_fails(string query)
    {
        var client = await ClientAsync();

        AssertFailed(await client.GetAsync("/account/numbers?" + query));
        AssertFailed(await client.GetAsync("/number/search?country=GB&" + query));
    }

    [Theory]
    [InlineData("3363998", null, 20)]
    [InlineData("3363998", "0", 20)]
    [InlineData("001", "0", 0)]
    [InlineData("001", "1", 11)]
    [InlineData("001", "2", 1)]
    public async Task Patterns_match_the_start_anywhere_or_the_end(string pattern, string? searchPattern, int count)
    {
        Account.SubscribeMany(20);

        var query = $"/account/numbers?size=100&pattern={pattern}" + (searchPattern is null ? "" : "&search_pattern=" + searchPattern);
        var response = await (await ClientAsync()).GetAsync(query);

        Assert.Equal(count, Msisdns(response).Count);
    }

    [Fact]
    public async Task Search_ShowsPriceTypeAndFeatures()
    {
        var response = await (await ClientAsync()).GetAsync($"/number/search?country=GB&pattern={ForSale}");

        var number = Assert.Single(response.Json["numbers"]!.AsArray())!;
        Assert.Equal("GB", (string?)number["country"]);
        Assert.Equal(ForSale, (string?)number["msisdn"]);
        Assert.Equal("1.25", (string?)number["cost"]);
        Assert.Equal("mobile-lvn", (string?)number["type"]);
        Assert.Equal(["SMS", "VOICE"], number["features"]!.AsArray().Select(feature => (string)feature!).Order());
    }

    [Theory]
    [InlineData("landline")]
    [InlineData("mobile-lvn")]
    public async Task A_search_filters_by_type_and_features(string type)
    {
        var client = await ClientAsync();

        var ofType = await client.GetAsync($"/number/search?country=GB&type={type}&size=100");
        Assert.All(ofType.Json["numbers"]!.AsArray(), number => Assert.Equal(type, (string?)number!["type"]));
        var withSms = await client.GetAsync($"/number/search?country=GB&type={type}&features=SMS,VOICE&size=100");
        Assert.Equal(type == "landline" ? "{}" : ofType.Text, withSms.Text);
    }

    [Fact]
    public async Task A_search_without_a_country_fails() => AssertFailed(await (await ClientAsync()).GetAsync("/number/search"));

    [Fact]
    public async Task A_search_pages_in_a_stable_order_without_repeating_a_number()
    {
        var client = await ClientAsync();
        var seen = new List<string>();
        for (var index = 1; index <= 3; index++)
            seen.AddRange(Msisdns(await client.GetAsync(string.Create(CultureInfo.InvariantCulture, $"/number/search?country=GB&size=50&index={index}"))));

        Assert.Equal(150, seen.Distinct().Count());
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    [Fact]
    public async Task A_bought_number_is_rented_charged_and_not_for_sale_any_more()
    {
        var client = await ClientAsync();

        var bought = await BuyAsync(client, ForSale);
        var again = await BuyAsync(client, ForSale);

        Assert.Equal(HttpStatusCode.OK, bought.Status);
        Assert.Equal("""{"error-code":"200","error-code-label":"success"}""", bought.Text);
        Assert.Equal("this number is not available", AssertFailed(again));
        Assert.Equal([ForSale], Msisdns(await client.GetAsync("/account/numbers")));
        Assert.Equal("{}", (await client.GetAsync($"/number/search?country=GB&pattern={ForSale}")).Text);
        Assert.Equal(ForSale, Assert.Single(Server.Billing.Purchases()).Number);
        Assert.Equal(1.25m, Server.Billing.Purchases()[0].RecurringFee);
    }

    [Fact]
    public async Task Numbers_of_some_countries_are_not_sold_here()
    {
        var client = await ClientAsync();
        var number = Msisdns(await client.GetAsync("/number/search?country=IE"))[0];

        var response = await client.PostFormAsync("/number/buy", ("country", "IE"), ("msisdn", number));

        Assert.StartsWith("Numbers from this country can be requested from the Dashboard", AssertFailed(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/number/buy")]
    [InlineData("/number/cancel")]
    [InlineData("/number/update")]
    public async Task A_number_that_is_not_there_or_of_another_country_fails(string path)
    {
        Account.Subscribe(ForSale);
        var client = await ClientAsync();

        AssertFailed(await client.PostFormAsync(path, ("country", "GB"), ("msisdn", "99999999")));
        AssertFailed(await client.PostFormAsync(path, ("country", "NL"), ("msisdn", ForSale)));
        AssertFailed(await client.PostFormAsync(path));
        Assert.NotNull(Account.Find(ForSale));
    }

    [Fact]
    public async Task A_cancelled_number_is_not_rented_any_more()
    {
        Account.Subscribe(ForSale);
        var client = await ClientAsync();

        var response = await client.PostFormAsync("/number/cancel", ("country", "GB"), ("msisdn", ForSale));

        Assert.Equal("200", (string?)response.Json["error-code"]);
        Assert.Null(Account.Find(ForSale));
        Assert.Equal(ForSale, Assert.Single(Server.Billing.Releases()).Number);
    }

    [Fact]
    public async Task Settings_are_written_kept_when_not_sent_and_cleared_when_empty()
    {
        Account.Subscribe(ForSale);
        var client = await ClientAsync();

        await UpdateAsync(client, ("moHttpUrl", "https://hooks.example.com/in"), ("moSmppSysType", "inbound"), ("voiceCallbackType", "tel"), ("voiceCallbackValue", "447700900001"), ("voiceStatusCallback", "https://hooks.example.com/status"));
        var listed = (await client.GetAsync("/account/numbers")).Json["numbers"]![0]!;
        Assert.Equal("https://hooks.example.com/in", (string?)listed["moHttpUrl"]);
        Assert.Equal("tel", (string?)listed["voiceCallbackType"]);
        Assert.Equal("447700900001", (string?)listed["voiceCallbackValue"]);
        Assert.Null(listed["moSmppSysType"]);
        Assert.Null(listed["voiceStatusCallback"]);

        await UpdateAsync(client, ("moHttpUrl", ""), ("moSmppSysType", ""));
        Assert.Null(Account.Find(ForSale)!.MoHttpUrl);
        Assert.Null(Account.Find(ForSale)!.MoSmppSysType);
        Assert.Equal("tel", Account.Find(ForSale)!.VoiceCallbackType);
        Assert.Equal("https://hooks.example.com/status", Account.Find(ForSale)!.VoiceStatusCallback);

        await UpdateAsync(client, ("voiceCallbackType", ""), ("voiceCallbackValue", ""), ("voiceStatusCallback", ""));
        Assert.Null(Account.Find(ForSale)!.VoiceCallbackType);
        Assert.Null(Account.Find(ForSale)!.VoiceStatusCallback);
    }

    [Theory]
    [InlineData("https://hooks.example.com/refuse")]
    [InlineData("https://nowhere.invalid/in")]
    [InlineData("ftp://hooks.example.com/in")]
    [InlineData("in")]
    public async Task A_callback_address_that_does_not_answer_is_refused_and_nothing_is_changed(string url)
    {
        Account.Subscribe(ForSale);
        var client = await ClientAsync();

        AssertFailed(await client.PostFormAsync("/number/update", ("country", "GB"), ("msisdn", ForSale), ("moHttpUrl", url), ("moSmppSysType", "inbound")));

        Assert.Null(Account.Find(ForSale)!.MoSmppSysType);
    }

    [Theory]
    [InlineData("tel", null)]
    [InlineData(null, "447700900001")]
    [InlineData("tel", "")]
    [InlineData("fax", "447700900001")]
    public async Task A_voice_callback_needs_a_known_type_and_a_value(string? type, string? value)
    {
        Account.Subscribe(ForSale);
        var fields = new List<(string, string)> { ("country", "GB"), ("msisdn", ForSale) };
        if (type is not null)
            fields.Add(("voiceCallbackType", type));
        if (value is not null)
            fields.Add(("voiceCallbackValue", value));

        AssertFailed(await (await ClientAsync()).PostFormAsync("/number/update", [.. fields]));
    }

    [Fact]
    public async Task UnknownMethod_IsNotFound_InTheCarriersShape()
    {
        var response = await (await ClientAsync()).GetAsync("/number/buy");

        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Equal("404", (string?)response.Json["error-code"]);
    }

    internal abstract Task<Carrier> ClientAsync();

    internal static List<string> Msisdns(ReceivedResponse response) =>
        [.. (response.Json["numbers"]?.AsArray() ?? []).Select(number => (string)number!["msisdn"]!)];

    internal static Task<ReceivedResponse> BuyAsync(Carrier client, string number) =>
        client.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", number));

    internal string AssertFailed(ReceivedResponse response)
    {
        Assert.Equal(FailureStatus, response.Status);
        Assert.Equal("420", (string?)response.Json["error-code"]);
        return (string)response.Json["error-code-label"]!;
    }

    internal async Task UpdateAsync(Carrier client, params (string, string)[] settings)
    {
        var response = await client.PostFormAsync("/number/update", [("country", "GB"), ("msisdn", ForSale), .. settings]);
        Assert.Equal("200", (string?)response.Json["error-code"]);
    }
}
