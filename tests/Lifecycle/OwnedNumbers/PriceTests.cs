using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

public sealed class PriceTests : NumberTest
{
    private static readonly PropertyMap AnyLandline = new() { ["carrier"] = "vonage", ["country"] = "GB", ["type"] = "landline" };
    private static readonly PropertyMap German = new() { ["carrier"] = "seven", ["number"] = "496990009000", ["paymentInterval"] = "monthly" };

    [Fact]
    public async Task A_preview_says_of_each_number_what_it_will_cost_and_what_all_of_them_come_to()
    {
        var preview = await Bench.PreviewAsync(InTurn(("hotline", Market.Kpn.Named()), ("branch", AnyLandline), ("alerts", German)));

        var lines = preview.Diagnostics.Where(said => said is { Severity: Severity.Info, Urn: not null }).ToDictionary(said => said.Urn!.Value.Name, said => said.Message);
        Assert.StartsWith($"Buying {Market.Kpn.Number()} costs 1.25 EUR a month", lines["hotline"], StringComparison.Ordinal);
        Assert.Matches("^Buying a number such as 44[0-9]+ costs 0.80 EUR a month", lines["branch"]);
        Assert.StartsWith("Buying 496990009000 costs 4.00 EUR a month, setup 5.00 EUR", lines["alerts"], StringComparison.Ordinal);
        Assert.EndsWith("(3 numbers so far: 5.00 EUR once, 6.05 EUR a month).", lines["alerts"], StringComparison.Ordinal);
        Assert.Empty(Bench.Carriers.Ledger.Entries);
    }

    [Fact]
    public async Task Numbers_that_are_previewed_at_once_by_the_same_criteria_are_different_ones_and_all_are_counted()
    {
        const int Count = 20;

        var preview = await Bench.PreviewAsync(Together([.. Enumerable.Range(0, Count).Select(index => ($"number-{index}", AnyLandline))]));

        var lines = preview.Diagnostics.Where(said => said.Message.StartsWith("Buying", StringComparison.Ordinal)).Select(said => said.Message).ToList();
        Assert.Equal(Count, lines.Select(line => line.Split(" costs ")[0]).Distinct(StringComparer.Ordinal).Count());
        Assert.Contains(lines, line => line.EndsWith("(20 numbers so far: 16.00 EUR a month).", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("maxMonthlyFee", 3.99, "monthly fee")]
    [InlineData("maxSetupFee", 4.99, "setup fee")]
    public async Task A_number_that_costs_more_than_allowed_is_refused_before_money_is_spent(string limit, double amount, string what)
    {
        var inputs = German.With(limit, amount);

        var preview = await Bench.Engine.PreviewAsync(One(inputs));
        var up = await Bench.UpFailsAsync(One(inputs));

        Assert.All([preview, up], run =>
        {
            var error = Assert.Single(run.Errors);
            Assert.Contains("496990009000", error, StringComparison.Ordinal);
            Assert.Contains(what, error, StringComparison.Ordinal);
        });
        Assert.Equal(0, Bench.Carriers.Requests.Count(operation: Operations.Buy));
        await Bench.UpAsync(One(German.With("maxMonthlyFee", 4).With("maxSetupFee", 5)));
    }

    [Fact]
    public async Task Among_the_numbers_on_offer_one_within_the_limit_is_taken()
    {
        await Bench.UpAsync(One(new() { ["carrier"] = "vonage", ["country"] = "GB", ["maxMonthlyFee"] = 0.8 }));

        Assert.Equal(0.8, Bench.State.Find("one")!.Outputs["monthlyFee"].AsNumber);
        Assert.Equal(0.8m, Assert.Single(Bench.Carriers.Ledger.Purchases()).RecurringFee);
    }

    [Fact]
    public async Task When_none_can_be_bought_the_error_lists_what_was_tried_and_why_each_failed()
    {
        var market = Market.Kpn;
        var three = market.Any.With("pattern", "44770090060");
        Bench.Carriers.Kpn.Stock.Snatch(Enumerable.Range(3, 7).Select(market.Number));
        Bench.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Status,
            Status = 200,
            Carrier = market.Carrier,
            Operation = Operations.Buy,
            Body = """{"error-code": "420", "error-code-label": "Not for sale today"}""",
        });

        var refused = await Bench.UpFailsAsync(One(three));

        var error = Assert.Single(refused.Errors);
        Assert.All(Enumerable.Range(0, 3), index => Assert.Contains($"{market.Number(index)}: Not for sale today (code 420)", error, StringComparison.Ordinal));
        Assert.Empty(Bench.Carriers.Ledger.Entries);
    }
}
