using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

public sealed class LifecycleTests : NumberTest
{
    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task It_is_bought_left_alone_and_given_up(string carrier)
    {
        var market = Market.Of(carrier);

        var created = await Bench.UpAsync(One(market.Named()));
        var left = await Bench.UpAsync(One(market.Named()));

        Assert.Equal(StepOp.Create, created.StepOf("one").Op);
        Assert.Equal(market.Id(), Bench.State.Find("one")!.Id);
        Assert.False(left.HasChanges);
        Assert.Equal([market.Number()], market.Rented(Bench.Carriers));

        await Bench.DestroyAsync();

        Assert.Empty(market.Rented(Bench.Carriers));
        Assert.Empty(Bench.State.Resources);
    }

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task Found_by_criteria_it_stays_whatever_the_criteria_say_later(string carrier)
    {
        var market = Market.Of(carrier);
        await Bench.UpAsync(One(market.Any));
        var number = NumberOf("one");

        var later = await Bench.UpAsync(One(market.Any.With("pattern", "99").With("searchPattern", "endsWith").With("features", PropertyValue.Of(["VOICE"]))));
        var named = await Bench.UpAsync(One(market.Any.Without("features").With("number", "+" + number)));
        var unnamed = await Bench.UpAsync(One(market.Any));

        Assert.All([later, named, unnamed], run => Assert.False(run.HasChanges));
        Assert.Equal([number], market.Rented(Bench.Carriers));
        Assert.Single(Bench.Carriers.Ledger.Entries);
    }

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task Another_number_replaces_it_and_is_there_before_the_old_one_goes(string carrier)
    {
        var market = Market.Of(carrier);
        await Bench.UpAsync(One(market.Named()));

        var replaced = await Bench.UpAsync(One(market.Named(1)));

        Assert.Equal([StepOp.Replace, StepOp.DeleteReplaced], replaced.Steps.Where(step => step.IsChange).Select(step => step.Op));
        Assert.Equal([market.Number(1)], market.Rented(Bench.Carriers));
    }

    [Fact]
    public async Task Another_carrier_replaces_it()
    {
        await Bench.UpAsync(One(Market.Kpn.Any));

        await Bench.UpAsync(One(Market.Vonage.Any));

        Assert.Empty(Market.Kpn.Rented(Bench.Carriers));
        Assert.Equal([NumberOf("one")], Market.Vonage.Rented(Bench.Carriers));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Another_country_replaces_what_was_found_by_criteria_and_nothing_is_left_behind(bool deleteFirst)
    {
        await Bench.UpAsync(One(Market.Vonage.Any));

        await Bench.UpAsync(One(Market.Vonage.Any.With("country", "NL"), new() { DeleteBeforeReplace = deleteFirst }));

        Assert.Equal([NumberOf("one")], Market.Vonage.Rented(Bench.Carriers));
        Assert.StartsWith("31", NumberOf("one"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task One_that_is_gone_leaves_the_state_at_a_refresh_and_is_bought_again(string carrier)
    {
        var market = Market.Of(carrier);
        // Imported, since the absence of a number that was bought moments ago is not believed.
        market.Rent(Bench.Carriers, market.Number());
        await Bench.ImportAsync(Tokens.OwnedNumber, "one", market.Id());
        market.GiveUp(Bench.Carriers, market.Number());

        var refreshed = await Bench.RefreshAsync();
        var again = await Bench.UpAsync(One(market.Named()));

        Assert.Equal(StepOp.Delete, refreshed.Drift.Single().Op);
        Assert.Equal(StepOp.Create, again.StepOf("one").Op);
        Assert.Equal([market.Number()], market.Rented(Bench.Carriers));
    }

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task One_that_is_gone_already_counts_as_given_up(string carrier)
    {
        var market = Market.Of(carrier);
        await Bench.UpAsync(One(market.Named()));
        market.GiveUp(Bench.Carriers, market.Number());

        var destroyed = await Bench.DestroyAsync();

        Assert.Empty(Bench.State.Resources);
        Assert.Empty(Bench.Carriers.Ledger.Releases());
        Assert.Contains("was not rented any more", Said(destroyed), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task An_imported_one_shows_no_change_in_the_next_preview(string carrier)
    {
        var market = Market.Of(carrier);
        market.Rent(Bench.Carriers, market.Number());

        var imported = await Bench.ImportAsync(Tokens.OwnedNumber, "one", market.Id());
        var preview = await Bench.PreviewAsync(One(Bench.State.Find("one")!.Inputs));

        Assert.Equal(StepOp.Import, imported.StepOf("one").Op);
        Assert.Equal(market.Id(), Bench.State.Find("one")!.Id);
        Assert.False(preview.HasChanges);
    }

    [Fact]
    public async Task A_program_adopts_one_by_the_import_option()
    {
        var market = Market.Vonage;
        market.Rent(Bench.Carriers, market.Number());

        var adopted = await Bench.UpAsync(One(market.Named(), new() { Import = market.Id() }));
        var left = await Bench.UpAsync(One(market.Named()));

        Assert.Contains(adopted.Steps, step => step.Op == StepOp.Import);
        Assert.False(left.HasChanges);
        Assert.Empty(Bench.Carriers.Ledger.Entries);
    }
}
