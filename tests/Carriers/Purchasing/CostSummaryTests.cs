using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;

namespace PulumiNumbers.Tests.Carriers.Purchasing;

public sealed class CostSummaryTests
{
    [Fact]
    public void What_is_due_at_different_times_is_summed_apart()
    {
        var tally = new CostSummary();
        tally.Add(new NumberFees { Recurring = 1.25m });
        tally.Add(new NumberFees { Recurring = 2.5m, Setup = 10m });
        tally.Add(new NumberFees { Recurring = 165m, Setup = 2.5m, Interval = PaymentInterval.Annually });
        tally.Add(new NumberFees());

        Assert.Equal(4, tally.Numbers);
        Assert.Equal("12.50 EUR once, 3.75 EUR a month, 165.00 EUR a year, and the rent of 1, which is not quoted", tally.ToString());
    }

    [Fact]
    public void Nothing_costs_nothing() => Assert.Equal("nothing", new CostSummary().ToString());

    [Fact]
    public void A_yearly_rent_counts_by_the_month_against_a_limit()
    {
        var fees = new NumberFees { Recurring = 24m, Interval = PaymentInterval.Annually };

        Assert.Null(new FeeLimits(Monthly: 2m).GetViolation(fees));
        Assert.NotNull(new FeeLimits(Monthly: 1.99m).GetViolation(fees));
    }
}
