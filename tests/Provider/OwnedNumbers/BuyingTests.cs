using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.OwnedNumbers;

public sealed class BuyingTests : ProviderTest
{
    [Theory]
    [InlineData("kpn", "GB", "447700900650", "kpn/GB/447700900650", 1.25)]
    [InlineData("vonage", "GB", "447700900250", "vonage/GB/447700900250", 1.25)]
    [InlineData("seven", "GB", "447700900950", "seven/GB/447700900950", null)]
    public async Task A_number_is_bought_by_name(string carrier, string country, string number, string id, double? monthlyFee)
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier, country, number = "+" + number });

        Assert.Equal(id, owned.Id);
        Assert.Equal(number, owned.State.Text("number"));
        Assert.Equal(country, owned.State.Text("country"));
        Assert.Equal(["SMS", "VOICE"], owned.State.Texts("features"));
        Assert.Equal("EUR", owned.State.Text("currency"));
        if (monthlyFee is not null)
            Assert.Equal(monthlyFee, owned.State.Get("monthlyFee"));
        Assert.Equal(number, Assert.Single(Numbers.Carriers.Ledger.Purchases(carrier)).Number);
    }

    [Theory]
    [InlineData("kpn")]
    [InlineData("vonage")]
    public async Task A_number_is_found_by_its_likeness_and_stays_whatever_the_criteria_say_later(string carrier)
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new
        {
            carrier,
            country = "gb",
            pattern = "00",
            searchPattern = "endsWith",
            type = "landline",
            features = new[] { "VOICE" },
        });

        Assert.EndsWith("00", owned.State.Text("number"), StringComparison.Ordinal);
        Assert.Equal("landline", owned.State.Text("type"));
        Assert.Equal("GB", owned.State.Text("country"));
        var diff = await Numbers.DiffAsync(owned, new { carrier, country = "GB", pattern = "77", type = "mobile-lvn" });
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task A_number_of_seven_reports_what_only_seven_knows()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DE", features = new[] { "A2P_SMS" }, paymentInterval = "monthly" });

        Assert.Equal("monthly", owned.State.Text("paymentInterval"));
        Assert.Equal(7.5, owned.State.Get("monthlyFee"));
        Assert.Equal(10.0, owned.State.Get("setupFee"));
        Assert.EndsWith("Z", owned.State.Text("created"), StringComparison.Ordinal);
        Assert.Null(owned.State.Get("expires"));
    }

    [Fact]
    public async Task The_payment_interval_defaults_to_what_seven_defaults_to()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DK" });

        Assert.Equal("annually", owned.State.Text("paymentInterval"));
        Assert.Equal("annually", Assert.Single(Numbers.Carriers.Ledger.Purchases("seven")).Interval);
    }

    [Fact]
    public async Task A_number_dearer_than_allowed_is_not_bought()
    {
        var failure = await Numbers.CreateFailsAsync(
            Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "NL", type = "landline-toll-free", maxMonthlyFee = 10 });

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Empty(Numbers.Carriers.Ledger.Purchases());
    }

    [Fact]
    public async Task A_set_up_fee_higher_than_allowed_refuses_the_purchase()
    {
        await Numbers.CreateFailsAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "NL", paymentInterval = "monthly", maxSetupFee = 4.99 });

        Assert.Empty(Numbers.Carriers.Ledger.Purchases());
    }

    [Fact]
    public async Task A_number_that_the_account_rents_is_neither_bought_nor_taken_over()
    {
        var failure = await Numbers.CreateFailsAsync(Tokens.OwnedNumber, "hotline", new { carrier = "vonage", country = "GB", number = "447700900001" });

        Assert.Equal(StatusCode.AlreadyExists, failure.StatusCode);
        Assert.Contains("pulumi import numbers:index:OwnedNumber hotline vonage/GB/447700900001", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(Numbers.Carriers.Ledger.Purchases());
    }

    [Fact]
    public async Task Nothing_on_offer_is_an_error_that_says_so()
    {
        var failure = await Numbers.CreateFailsAsync(Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "GB", pattern = "99999" });

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Contains("kpn", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kpn")]
    [InlineData("vonage")]
    [InlineData("seven")]
    public async Task A_purchase_whose_answer_is_lost_is_settled_by_asking_and_paid_once(string carrier)
    {
        Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.ResetAfter, Carrier = carrier, Operation = Operations.Buy, Times = 1 });

        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier, country = "GB" });

        Assert.Equal(owned.State.Text("number"), Assert.Single(Numbers.Carriers.Ledger.Purchases()).Number);
    }

    [Fact]
    public async Task A_refused_purchase_says_what_the_carrier_said()
    {
        Numbers.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Status,
            Carrier = "kpn",
            Operation = Operations.Buy,
            Status = 420,
            Body = """{"error-code":"420","error-code-label":"Numbers from this country can be requested from the Dashboard"}""",
            ContentType = "application/json",
        });

        var failure = await Numbers.CreateFailsAsync(Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "NL", number = "31600001000" });

        Assert.Contains("420", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("requested from the Dashboard", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("31600001000", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_country_that_is_sold_by_hand_only_is_not_tried_number_by_number()
    {
        var failure = await Numbers.CreateFailsAsync(Tokens.OwnedNumber, "hotline", new { carrier = "vonage", country = "IE" });

        Assert.Contains("Numbers from this country can be requested from the Dashboard", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("Order the number by hand", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(1, Numbers.Carriers.Requests.Count("vonage", Operations.Buy));
    }

    [Fact]
    public async Task Seven_without_credit_says_so_in_words()
    {
        Numbers.Carriers.Seven.Credit = 0;

        var failure = await Numbers.CreateFailsAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DE", number = "496990009000" });

        Assert.Contains("seven", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("credit", failure.Status.Detail, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Numbers.Carriers.Ledger.Purchases());
    }
}
