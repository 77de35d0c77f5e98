using Grpc.Core;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.OwnedNumbers;

public sealed class PreviewTests : ProviderTest
{
    [Fact]
    public async Task A_preview_says_what_each_number_and_all_of_them_cost_and_buys_nothing()
    {
        await Numbers.PreviewAsync(Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "GB", number = "447700900650" });
        await Numbers.PreviewAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DE", number = "496990009000", paymentInterval = "monthly" });

        var said = Numbers.Log.Said(LogSeverity.Info);
        Assert.Equal(2, said.Count);
        Assert.Contains("447700900650 costs 1.25 EUR a month", said[0], StringComparison.Ordinal);
        Assert.Contains("496990009000 costs 4.00 EUR a month, setup 5.00 EUR", said[1], StringComparison.Ordinal);
        Assert.Contains("2 numbers so far: 5.00 EUR once, 5.25 EUR a month", said[1], StringComparison.Ordinal);
        Assert.Empty(Numbers.Carriers.Ledger.Purchases());
    }

    [Fact]
    public async Task A_preview_knows_the_price_of_a_named_number_and_not_which_number_a_search_will_find()
    {
        var named = await Numbers.PreviewAsync(Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "GB", number = "447700900650" });
        var found = await Numbers.PreviewAsync(Tokens.OwnedNumber, "other", new { carrier = "kpn", country = "GB", features = new[] { "SMS" } });

        Assert.Equal("447700900650", named.Text("number"));
        Assert.Equal(1.25, named.Get("monthlyFee"));
        Assert.Equal(Wire.Unknown, found.Fields["number"]);
        Assert.NotEqual(["SMS"], found.Texts("features"));
    }

    [Fact]
    public async Task A_preview_of_a_purchase_that_will_fail_fails()
    {
        var owned = await Assert.ThrowsAsync<RpcException>(
            () => Numbers.PreviewAsync(Tokens.OwnedNumber, "hotline", new { carrier = "vonage", country = "GB", number = "447700900001" }));
        var nothing = await Assert.ThrowsAsync<RpcException>(
            () => Numbers.PreviewAsync(Tokens.OwnedNumber, "hotline", new { carrier = "vonage", country = "GB", pattern = "99999" }));

        Assert.Equal(StatusCode.AlreadyExists, owned.StatusCode);
        Assert.Equal(StatusCode.FailedPrecondition, nothing.StatusCode);
    }

    [Fact]
    public async Task What_is_not_known_yet_is_not_priced()
    {
        var preview = await Numbers.PreviewAsync(Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "GB", number = Wire.Unknown });

        Assert.Equal(Wire.Unknown, preview.Fields["number"]);
        Assert.Empty(Numbers.Carriers.Requests.All);
    }

    [Fact]
    public async Task A_preview_of_a_change_knows_that_the_number_stays_whatever_the_criteria_say()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "GB", features = new[] { "SMS", "VOICE" } });

        var preview = await Numbers.PreviewUpdateAsync(
            owned, new { carrier = "kpn", country = "GB", features = new[] { "SMS" }, moSmppSysType = "inbound" });

        Assert.Equal(owned.State.Text("number"), preview.Text("number"));
        Assert.Equal(owned.State.Texts("features"), preview.Texts("features"));
    }

    [Fact]
    public async Task A_preview_tells_that_a_number_cannot_change_its_country()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "GB", number = "447700900650" });

        var failure = await Assert.ThrowsAsync<RpcException>(
            () => Numbers.PreviewUpdateAsync(owned, new { carrier = "kpn", country = "NL", number = "447700900650" }));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("country: GB", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_of_a_change_keeps_a_secret_number_secret()
    {
        object inputs = new { carrier = "kpn", country = "GB", number = Wire.Secret("447700900650") };
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", inputs);

        var preview = await Numbers.PreviewUpdateAsync(owned, inputs);

        Assert.True(preview.IsSecret("number"));
    }
}
