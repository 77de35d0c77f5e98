using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

/// <summary>A number is never given up on the way to being had again, whoever decides on the replacement and in whatever order it is made.</summary>
public sealed class KeepingTests : NumberTest
{
    public static TheoryData<string, bool, bool> Replacements()
    {
        var cases = new TheoryData<string, bool, bool>();
        foreach (var market in Market.All)
        {
            foreach (var named in (bool[])[true, false])
            {
                foreach (var deleteFirst in (bool[])[true, false])
                    cases.Add(market.Carrier, named, deleteFirst);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Replacements))]
    public async Task A_forced_replacement_keeps_the_number(string carrier, bool named, bool deleteFirst)
    {
        var market = Market.Of(carrier);
        var program = One(named ? market.Named() : market.Any, new() { DeleteBeforeReplace = deleteFirst });
        await Bench.UpAsync(program);
        var number = NumberOf("one");

        // A forced replacement tells the provider nothing of the old state before the creation, so a refresh must.
        var replaced = await Bench.UpAsync(program, new() { Replaces = ["**one"], Refresh = !deleteFirst });

        Assert.Equal(StepOp.Replace, replaced.StepOf("one").Op);
        Assert.Contains($"{number} is kept", Said(replaced), StringComparison.Ordinal);
        AssertOnlyBought(market, number);
        Assert.False((await Bench.UpAsync(program)).HasChanges);
    }

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task ForcedReplacement_OfANamedNumberWithoutRefresh_IsRefusedAndChangesNothing(string carrier)
    {
        var market = Market.Of(carrier);
        await Bench.UpAsync(One(market.Named()));

        var refused = await Bench.UpFailsAsync(One(market.Named()), new() { Replaces = ["**one"] });

        Assert.Contains("pulumi up --refresh", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal(market.Number(), NumberOf("one"));
        AssertOnlyBought(market, market.Number());
    }

    [Fact]
    public async Task ForcedReplacement_OfANumberByCriteriaWithoutRefresh_ReleasesTheOldOneInTheNextRunOnly()
    {
        var market = Market.Kpn;
        await Bench.UpAsync(One(market.Any));
        var old = NumberOf("one");

        await Bench.UpFailsAsync(One(market.Any), new() { Replaces = ["**one"] });
        var releasedAtOnce = Bench.Carriers.Ledger.Releases().Count;
        await Bench.UpAsync(One(market.Any));

        Assert.Equal(0, releasedAtOnce);
        Assert.NotEqual(old, NumberOf("one"));
        Assert.Equal([NumberOf("one")], market.Rented(Bench.Carriers));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_replacement_because_of_another_property_keeps_the_number_and_writes_the_property(bool deleteFirst)
    {
        var market = Market.Kpn;
        var options = new Engine.Programs.RegisterOptions { ReplaceOnChanges = ["moHttpUrl"], DeleteBeforeReplace = deleteFirst };
        await Bench.UpAsync(One(market.Any.With("moHttpUrl", "https://sms.example.com/a"), options));
        var number = NumberOf("one");

        var replaced = await Bench.UpAsync(One(market.Any.With("moHttpUrl", "https://sms.example.com/b"), options));

        Assert.Equal(StepOp.Replace, replaced.StepOf("one").Op);
        Assert.Equal("https://sms.example.com/b", Bench.Carriers.Kpn.Account.Find(number)!.MoHttpUrl);
        AssertOnlyBought(market, number);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_replaced_one_whose_deletion_was_left_over_from_an_earlier_run_keeps_the_number(bool named)
    {
        var market = Market.Vonage;
        var program = One(named ? market.Named() : market.Any);
        await Bench.UpAsync(program);
        var number = NumberOf("one");
        var state = Bench.State;
        Bench.Engine.Save(state with { Resources = [.. state.Resources, state.Find("one")! with { Delete = true }] });

        var next = await Bench.UpAsync(program);

        Assert.Contains(next.Steps, step => step.Op == StepOp.DeleteReplaced);
        Assert.Single(Bench.State.Resources, resource => resource.Urn.Name == "one");
        AssertOnlyBought(market, number);
    }

    [Theory]
    [InlineData("kpn")]
    [InlineData("seven")]
    public async Task Two_numbers_that_change_places_both_survive(string carrier)
    {
        var market = Market.Of(carrier);
        await Bench.UpAsync(Together(("a", market.Named(0)), ("b", market.Named(1))));

        await Bench.UpAsync(Together(("a", market.Named(1)), ("b", market.Named(0))));

        Assert.Equal((market.Number(1), market.Number(0)), (NumberOf("a"), NumberOf("b")));
        Assert.Equal(2, Bench.Carriers.Ledger.Entries.Count);
    }

    [Fact]
    public async Task Number_TakenBeforeItsResourceGivesItUp_IsRefusedAndStays()
    {
        var market = Market.Vonage;
        await Bench.UpAsync(InTurn(("a", market.Named(0)), ("b", market.Named(1))));

        var refused = await Bench.UpFailsAsync(InTurn(("a", market.Named(1)), ("b", market.Named(2))), new() { Refresh = true });

        Assert.Contains(refused.Errors, error => error.Contains(market.Number(1), StringComparison.Ordinal));
        Assert.Contains(market.Number(1), market.Rented(Bench.Carriers));
        Assert.Empty(Bench.Carriers.Ledger.Releases());
    }

    [Fact]
    public async Task A_number_that_moves_on_to_another_resource_survives()
    {
        var market = Market.Vonage;
        await Bench.UpAsync(InTurn(("a", market.Named(0)), ("b", market.Named(1))));

        await Bench.UpAsync(InTurn(("b", market.Named(2)), ("a", market.Named(1))));

        Assert.Equal((market.Number(1), market.Number(2)), (NumberOf("a"), NumberOf("b")));
        Assert.Equal([market.Number(1), market.Number(2)], market.Rented(Bench.Carriers));
        Assert.Equal([market.Number(0)], Bench.Carriers.Ledger.Releases().Select(entry => entry.Number));
    }

    [Fact]
    public async Task A_number_whose_resource_gets_another_name_is_not_touched_before_it_is_known_whose_it_is()
    {
        var market = Market.Kpn;
        await Bench.UpAsync(Together(("before", market.Named())));

        var refused = await Bench.UpFailsAsync(Together(("after", market.Named())));
        var refreshed = await Bench.UpFailsAsync(Together(("after", market.Named())), new() { Refresh = true });

        Assert.All([refused, refreshed], run => Assert.Contains("alias", Assert.Single(run.Errors), StringComparison.Ordinal));
        AssertOnlyBought(market, market.Number());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_number_whose_resource_gets_another_name_by_an_alias_survives_a_forced_replacement(bool deleteFirst)
    {
        var market = Market.Kpn;
        await Bench.UpAsync(One(market.Named()));
        var before = Bench.State.Find("one")!.Urn;

        var program = StackBench.Program(program => program.RegisterAsync(
            Tokens.OwnedNumber, "after", market.Named(), new() { Aliases = [before], DeleteBeforeReplace = deleteFirst }));

        // Forced in the same run as the alias, nothing connects the two names for the provider: it refuses, and the alias alone comes first.
        await Bench.UpFailsAsync(program, new() { Replaces = ["**after"], Refresh = true });
        await Bench.UpAsync(program);

        Assert.Equal(market.Number(), NumberOf("after"));
        AssertOnlyBought(market, market.Number());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_number_found_by_criteria_survives_a_replacement_together_with_an_alias(bool deleteFirst)
    {
        var market = Market.Kpn;
        await Bench.UpAsync(One(market.Any.With("moHttpUrl", "https://sms.example.com/a")));
        var (number, before) = (NumberOf("one"), Bench.State.Find("one")!.Urn);

        await Bench.UpAsync(StackBench.Program(program => program.RegisterAsync(
            Tokens.OwnedNumber, "after", market.Any.With("moHttpUrl", "https://sms.example.com/b"),
            new() { Aliases = [before], ReplaceOnChanges = ["moHttpUrl"], DeleteBeforeReplace = deleteFirst })));

        Assert.Equal(number, NumberOf("after"));
        AssertOnlyBought(market, number);
    }

    [Fact]
    public async Task A_number_that_is_kept_through_a_replacement_keeps_its_price()
    {
        var market = Market.Vonage;
        await Bench.UpAsync(One(market.Named()));
        var before = Bench.State.Find("one")!.Outputs;

        await Bench.UpAsync(One(market.Named()), new() { Replaces = ["**one"], Refresh = true });

        var after = Bench.State.Find("one")!.Outputs;
        Assert.NotNull(before["monthlyFee"]);
        Assert.Equal((before["monthlyFee"], before["currency"]), (after["monthlyFee"], after["currency"]));
    }

    [Fact]
    public async Task One_that_is_retained_on_deletion_stays_rented()
    {
        var market = Market.Vonage;
        await Bench.UpAsync(One(market.Named(), new() { RetainOnDelete = true }));

        await Bench.UpAsync(StackBench.Nothing);

        Assert.Null(Bench.State.Find("one"));
        AssertOnlyBought(market, market.Number());
    }

    [Fact]
    public async Task A_number_that_is_no_longer_named_stays_and_survives_a_forced_replacement()
    {
        var market = Market.Seven;
        await Bench.UpAsync(One(market.Named()));

        var unnamed = await Bench.UpAsync(One(market.Any.Without("features")));
        await Bench.UpAsync(One(market.Any.Without("features")), new() { Replaces = ["**one"], Refresh = true });

        Assert.False(unnamed.HasChanges);
        AssertOnlyBought(market, market.Number());
    }

    [Fact]
    public async Task A_number_that_was_cancelled_and_still_runs_is_not_bought_again_but_told_with_its_end()
    {
        var market = Market.Seven;
        await Bench.UpAsync(One(market.Named()));
        var destroyed = await Bench.DestroyAsync();
        var end = Bench.Carriers.Seven.Find(market.Number())!.Expires!.Value;

        var again = await Bench.UpFailsAsync(One(market.Named()));

        Assert.Contains($"{end:yyyy-MM-dd}", Said(destroyed), StringComparison.Ordinal);
        var error = Assert.Single(again.Errors);
        Assert.Contains($"until {end:yyyy-MM-dd}", error, StringComparison.Ordinal);
        Assert.Contains($"pulumi import numbers:index:OwnedNumber one {market.Id()}", error, StringComparison.Ordinal);
        Assert.Single(Bench.Carriers.Ledger.Purchases());
    }

    [Fact]
    public async Task A_number_that_was_cancelled_elsewhere_is_warned_of_with_its_end_in_every_refresh()
    {
        var market = Market.Seven;
        await Bench.UpAsync(One(market.Named()));
        var end = new DateTimeOffset(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);
        Bench.Carriers.Seven.Change(market.Number(), number => number with { Expires = end });

        var refreshed = await Bench.RefreshAsync();
        var up = await Bench.UpAsync(One(market.Named()), new() { Refresh = true });

        const string Warning = "2031-05-06";
        Assert.Contains(Warning, Said(refreshed), StringComparison.Ordinal);
        Assert.Contains(Warning, Said(up), StringComparison.Ordinal);
        Assert.Empty(Bench.Carriers.Ledger.Releases());
    }

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task A_number_that_the_account_rents_already_is_neither_bought_nor_taken_over_but_imported(string carrier)
    {
        var market = Market.Of(carrier);
        market.Rent(Bench.Carriers, market.Number());

        var preview = await Bench.Engine.PreviewAsync(One(market.Named()));
        var refused = await Bench.UpFailsAsync(One(market.Named()));
        await Bench.ImportAsync(Tokens.OwnedNumber, "one", market.Id());
        var left = await Bench.UpAsync(One(market.Named()));

        Assert.All([preview, refused], run => Assert.Contains(
            $"pulumi import numbers:index:OwnedNumber one {market.Id()}", Assert.Single(run.Errors), StringComparison.Ordinal));
        Assert.False(left.HasChanges);
        Assert.Empty(Bench.Carriers.Ledger.Entries);
    }

    private void AssertOnlyBought(Market market, string number)
    {
        Assert.Equal([number], market.Rented(Bench.Carriers));
        Assert.Equal([number], Bench.Carriers.Ledger.Entries.Select(entry => entry.Number));
    }
}
