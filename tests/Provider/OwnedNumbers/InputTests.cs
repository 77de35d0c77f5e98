using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider.OwnedNumbers;

public sealed class InputTests : ProviderTest
{
    [Theory]
    [InlineData("kpn", "appId", "a")]
    [InlineData("kpn", "friendlyName", "Hotline")]
    [InlineData("vonage", "friendlyName", "Hotline")]
    [InlineData("vonage", "paymentInterval", "monthly")]
    [InlineData("kpn", "deleteImmediately", true)]
    [InlineData("vonage", "maxSetupFee", 1.0)]
    [InlineData("seven", "moHttpUrl", "https://sms.example.com")]
    [InlineData("seven", "moSmppSysType", "inbound")]
    [InlineData("seven", "voiceStatusCallback", "https://voice.example.com")]
    [InlineData("seven", "appId", "a")]
    [InlineData("seven", "type", "landline")]
    public async Task What_a_carrier_does_not_know_is_refused_and_the_carriers_that_know_it_are_named(string carrier, string property, object value)
    {
        var answer = await Numbers.CheckAsync(
            Tokens.OwnedNumber, "hotline", new Dictionary<string, object?> { ["carrier"] = carrier, ["country"] = "GB", [property] = value });

        var failure = Assert.Single(answer.Failures);
        Assert.Equal(property, failure.Property);
        Assert.Contains($"not supported by carrier {carrier}", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("country", "Holland", "two letters")]
    [InlineData("number", "hotline", "not a phone number")]
    [InlineData("number", "00447700900650", "00")]
    [InlineData("pattern", "ends in 7", "digits")]
    [InlineData("searchPattern", "middle", "startsWith")]
    [InlineData("type", "mobile", "mobile-lvn")]
    [InlineData("voiceCallbackType", "sip", "voiceCallbackType")]
    [InlineData("voiceCallbackValue", "sip:a@example.com", "voiceCallbackValue")]
    [InlineData("moHttpUrl", "sms.example.com", "URL")]
    [InlineData("maxMonthlyFee", -1, "0")]
    [InlineData("maxMonthlyFee", "cheap", "number")]
    [InlineData("colour", "blue", "colour")]
    public async Task Bad_input_is_refused_with_a_reason(string property, object value, string reason)
    {
        var answer = await Numbers.CheckAsync(
            Tokens.OwnedNumber, "hotline", new Dictionary<string, object?> { ["carrier"] = "kpn", ["country"] = "GB", [property] = value });

        Assert.Contains(answer.Failures, failure => failure.Reason.Contains(reason, StringComparison.Ordinal) || failure.Property.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_and_search_criteria_contradict_each_other()
    {
        var answer = await Numbers.CheckAsync(Tokens.OwnedNumber, "hotline", new
        {
            carrier = "kpn",
            country = "GB",
            number = "447700900650",
            pattern = "650",
            type = "landline",
            features = new[] { "SMS" },
        });

        Assert.Equal(["features", "pattern", "type"], answer.Failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("kpn")]
    [InlineData("vonage")]
    public async Task The_country_is_needed_where_the_carrier_needs_it(string carrier)
    {
        var answer = await Numbers.CheckAsync(Tokens.OwnedNumber, "hotline", new { carrier, number = "447700900650" });

        Assert.Equal("country", Assert.Single(answer.Failures).Property);
    }

    [Fact]
    public async Task Seven_needs_something_to_choose_by()
    {
        var answer = await Numbers.CheckAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven" });

        Assert.Equal("number", Assert.Single(answer.Failures).Property);
    }

    [Fact]
    public async Task The_payment_interval_cannot_be_declared_away()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DK", paymentInterval = "monthly" });

        var silent = await Numbers.CheckAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DK" }, owned.Inputs);
        var changed = await Numbers.CheckAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DK", paymentInterval = "annually" }, owned.Inputs);

        Assert.Equal("monthly", silent.Inputs.Text("paymentInterval"));
        Assert.Equal("paymentInterval", Assert.Single(changed.Failures).Property);
    }

    [Fact]
    public async Task Another_number_may_have_another_payment_interval()
    {
        object before = new { carrier = "seven", number = "447700900001", paymentInterval = "monthly" };
        var inputs = await Numbers.CheckedAsync(Tokens.OwnedNumber, "alerts", before);

        var answer = await Numbers.CheckAsync(
            Tokens.OwnedNumber, "alerts", new { carrier = "seven", number = "447700900002", paymentInterval = "annually" }, inputs);

        Assert.Empty(answer.Failures);
    }

    [Fact]
    public async Task Features_that_the_carrier_has_no_numbers_with_are_refused()
    {
        var answer = await Numbers.CheckAsync(Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "GB", features = new[] { "A2P_SMS" } });

        Assert.Contains("A2P_SMS", Assert.Single(answer.Failures).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_inputs_stay_secret_in_the_state_and_their_values_out_of_refusals()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "alerts", new
        {
            carrier = "seven",
            country = "DK",
            friendlyName = Wire.Secret("canary-1"),
            emailForward = Wire.Secret(new[] { "canary-2@example.com" }),
        });
        var answer = await Numbers.CheckAsync(Tokens.OwnedNumber, "other", new
        {
            carrier = "kpn",
            country = "GB",
            moHttpUrl = Wire.Secret("canary-3"),
            number = Wire.Secret("canary-4"),
        });

        Assert.True(owned.State.IsSecret("friendlyName"));
        Assert.True(owned.State.IsSecret("emailForward"));
        Assert.NotEmpty(answer.Failures);
        Assert.DoesNotContain("canary", answer.Failures.ToString(), StringComparison.Ordinal);
    }
}
