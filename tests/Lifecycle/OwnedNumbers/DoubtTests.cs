using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

/// <summary>What is saved of a purchase that went wrong after money may have been spent, and what the next run makes of it.</summary>
public sealed class DoubtTests : NumberTest
{
    protected override BenchOptions BenchOptions => base.BenchOptions with
    {
        PluginClock = new HurriedClock(40),
        Configuration = new Dictionary<string, string>(StringComparer.Ordinal) { ["maxRetries"] = "0", ["requestTimeout"] = "600" },
    };

    [Theory]
    [InlineData("kpn", FaultKind.ResetAfter)]
    [InlineData("kpn", FaultKind.ResetBefore)]
    [InlineData("vonage", FaultKind.ResetAfter)]
    [InlineData("vonage", FaultKind.ResetBefore)]
    public async Task A_number_that_may_have_been_bought_is_in_the_state_and_the_next_run_settles_it(string carrier, FaultKind kind)
    {
        var market = Market.Of(carrier);
        var inputs = market.Any.With("moHttpUrl", "https://sms.example.com/in").With("moSmppSysType", "inbound");
        // From the order on, the carrier does not say what the account owns.
        Bench.Carriers.Faults.Add(new FaultRule { Kind = kind, Carrier = carrier, Operation = Operations.Buy, Times = 1 });
        Bench.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 503, Carrier = carrier, Operation = Operations.ListOwned });

        var doubtful = await Bench.UpFailsAsync(One(inputs));
        var saved = Bench.State.Find("one")!;
        Bench.Carriers.Faults.Clear();
        await Bench.UpAsync(One(inputs));
        var left = await Bench.UpAsync(One(inputs));

        Assert.Contains("could not confirm", Assert.Single(saved.InitErrors), StringComparison.Ordinal);
        Assert.Contains(saved.Outputs["number"].AsString, Said(doubtful), StringComparison.Ordinal);
        Assert.Equal([NumberOf("one")], market.Rented(Bench.Carriers));
        Assert.Single(Bench.Carriers.Ledger.Entries);
        Assert.False(left.HasChanges);
        var rented = (carrier == CarrierNames.Kpn ? Bench.Carriers.Kpn.Account : Bench.Carriers.Vonage.Account).Find(NumberOf("one"))!;
        Assert.Equal(("https://sms.example.com/in", "inbound"), (rented.MoHttpUrl, rented.MoSmppSysType));
    }

    [Theory]
    [InlineData("kpn")]
    [InlineData("vonage")]
    public async Task A_refused_callback_url_leaves_the_bought_number_in_the_state_with_an_init_error(string carrier)
    {
        var market = Market.Of(carrier);

        var refused = await Bench.UpFailsAsync(One(market.Named().With("moHttpUrl", "https://sms.example.com/refuse").With("moSmppSysType", "inbound")));
        var saved = Bench.State.Find("one")!;
        var finished = await Bench.UpAsync(One(market.Named().With("moHttpUrl", "https://sms.example.com/in").With("moSmppSysType", "inbound")));

        Assert.Single(saved.InitErrors);
        Assert.Equal(market.Number(), saved.Outputs["number"].AsString);
        Assert.Contains(carrier, Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(StepOp.Update, finished.StepOf("one").Op);
        var rented = (carrier == CarrierNames.Kpn ? Bench.Carriers.Kpn.Account : Bench.Carriers.Vonage.Account).Find(market.Number())!;
        Assert.Equal(("https://sms.example.com/in", "inbound"), (rented.MoHttpUrl, rented.MoSmppSysType));
        Assert.Single(Bench.Carriers.Ledger.Entries);
    }
}
