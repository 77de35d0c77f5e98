using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.OwnedNumbers;

/// <summary>A number that customers know by heart is never given up by accident.</summary>
public sealed class NumberRetentionTests : ProviderTest
{
    private static readonly object Named = new { carrier = "vonage", country = "GB", number = "447700900250" };

    [Fact]
    public async Task A_replacement_by_the_same_number_keeps_it_created_before_deleted()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);
        await Numbers.NewRunAsync();

        await Numbers.CheckedAsync(Tokens.OwnedNumber, "hotline", Named, owned.Inputs);
        var replacement = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);
        await Numbers.DeleteAsync(owned);

        Assert.Equal(owned.Id, replacement.Id);
        Assert.NotNull(Numbers.Carriers.Vonage.Account.Find("447700900250"));
        Assert.Single(Numbers.Carriers.Ledger.Purchases());
        Assert.Empty(Numbers.Carriers.Ledger.Releases());
        Assert.Contains(Numbers.Log.Said(LogSeverity.Info), message => message.Contains("is kept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_replacement_by_the_same_number_keeps_it_deleted_before_created()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);
        await Numbers.NewRunAsync();

        await Numbers.CheckedAsync(Tokens.OwnedNumber, "hotline", Named, owned.Inputs);
        await Numbers.DeleteAsync(owned);
        await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);

        Assert.NotNull(Numbers.Carriers.Vonage.Account.Find("447700900250"));
        Assert.Single(Numbers.Carriers.Ledger.Purchases());
        Assert.Empty(Numbers.Carriers.Ledger.Releases());
    }

    [Fact]
    public async Task A_number_that_moves_between_two_resources_survives()
    {
        var first = await Numbers.CreateAsync(Tokens.OwnedNumber, "first", Named);
        await Numbers.NewRunAsync();

        object other = new { carrier = "vonage", country = "GB", number = "447700900251" };
        await Numbers.DiffAsync(first, other);
        await Numbers.CreateAsync(Tokens.OwnedNumber, "second", Named);
        await Numbers.CreateAsync(Tokens.OwnedNumber, "first", other);
        await Numbers.DeleteAsync(first);

        Assert.NotNull(Numbers.Carriers.Vonage.Account.Find("447700900250"));
        Assert.NotNull(Numbers.Carriers.Vonage.Account.Find("447700900251"));
        Assert.Equal(2, Numbers.Carriers.Ledger.Purchases().Count);
        Assert.Empty(Numbers.Carriers.Ledger.Releases());
    }

    [Fact]
    public async Task One_number_declared_by_two_resources_is_refused_in_the_preview()
    {
        await Numbers.CheckedAsync(Tokens.OwnedNumber, "first", Named);

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.PreviewAsync(Tokens.OwnedNumber, "second", Named));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Contains("first", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldStatesOfALivingNumber_AreDeletedWithoutCancellingIt_InThisRunAndLaterOnes()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);
        await Numbers.NewRunAsync();
        await Numbers.CheckedAsync(Tokens.OwnedNumber, "hotline", Named, owned.Inputs);
        var replacement = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);
        await Numbers.DeleteAsync(owned);
        await Numbers.DeleteAsync(owned);
        await Numbers.NewRunAsync();
        await Numbers.DiffAsync(replacement, Named);
        await Numbers.DeleteAsync(owned);
        await Numbers.DeleteAsync(owned);

        Assert.Empty(Numbers.Carriers.Ledger.Releases());
    }

    [Fact]
    public async Task RenameWithoutAlias_BySearch_KeepsTheOldNumberForOneRunAndNamesTheAlias()
    {
        object searched = new { carrier = "kpn", country = "GB", features = new[] { "SMS" } };
        var old = await Numbers.CreateAsync(Tokens.OwnedNumber, "before", searched);
        await Numbers.NewRunAsync();
        var renamed = await Numbers.CreateAsync(Tokens.OwnedNumber, "after", searched);

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.DeleteAsync(old));
        var before = Numbers.Carriers.Ledger.Releases().Count;
        await Numbers.NewRunAsync();
        await Numbers.DiffAsync(renamed, searched);
        await Numbers.DeleteAsync(old);

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Contains("alias 'before'", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Equal(0, before);
        Assert.Equal(old.State.Text("number"), Assert.Single(Numbers.Carriers.Ledger.Releases()).Number);
    }

    [Fact]
    public async Task RenameWithoutAlias_ByName_NeverCancelsTheNumber()
    {
        var old = await Numbers.CreateAsync(Tokens.OwnedNumber, "before", Named);
        await Numbers.NewRunAsync();

        var refused = await Numbers.CreateFailsAsync(Tokens.OwnedNumber, "after", Named);
        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.DeleteAsync(old));

        Assert.Equal((StatusCode.AlreadyExists, StatusCode.FailedPrecondition), (refused.StatusCode, failure.StatusCode));
        Assert.Contains("alias 'before'", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(Numbers.Carriers.Ledger.Releases());
    }

    [Fact]
    public async Task NumberThatIsChangedBack_IsTakenFromTheStateThatWaitsForItsDeletion()
    {
        var first = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);
        await Numbers.NewRunAsync();
        object other = new { carrier = "vonage", country = "GB", number = "447700900251", moHttpUrl = "https://sms.example.com/refuse" };
        await Numbers.DiffAsync(first, other);
        var second = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", other);
        Assert.Single(second.Problems);
        await Numbers.NewRunAsync();

        await Numbers.DiffAsync(second, Named);
        var back = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);
        await Numbers.DeleteAsync(first);
        await Numbers.DeleteAsync(second);

        Assert.Equal("447700900250", back.State.Text("number"));
        Assert.Equal("447700900251", Assert.Single(Numbers.Carriers.Ledger.Releases()).Number);
    }

    [Fact]
    public async Task DeleteBeforeReplace_WhoseCreationFails_LeavesTheNumberToTheNextRun()
    {
        object searched = new { carrier = "kpn", country = "GB", features = new[] { "SMS" } };
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", searched);
        await Numbers.NewRunAsync();
        await Numbers.DiffAsync(owned, searched);
        await Numbers.DeleteAsync(owned);
        await Numbers.NewRunAsync();

        var again = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", searched);

        Assert.Equal(owned.State.Text("number"), again.State.Text("number"));
        Assert.Single(Numbers.Carriers.Ledger.Entries);
    }

    [Theory]
    [InlineData("kpn", "447700900650")]
    [InlineData("vonage", "447700900250")]
    public async Task A_deleted_resource_gives_its_number_up_and_what_is_gone_is_done(string carrier, string number)
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier, country = "GB", number });

        await Numbers.DestroyAsync(owned);
        await Numbers.DestroyAsync(owned);

        Assert.Equal(number, Assert.Single(Numbers.Carriers.Ledger.Releases(carrier)).Number);
    }

    [Fact]
    public async Task Seven_ends_a_number_at_the_end_of_its_period_unless_told_otherwise()
    {
        var later = await Numbers.CreateAsync(Tokens.OwnedNumber, "later", new { carrier = "seven", country = "DK", number = "4500005000" });
        var now = await Numbers.CreateAsync(Tokens.OwnedNumber, "now", new { carrier = "seven", country = "DK", number = "4500005001", deleteImmediately = true });

        await Numbers.DestroyAsync(later);
        await Numbers.DestroyAsync(now);

        Assert.NotNull(Numbers.Carriers.Seven.Find("4500005000")!.Expires);
        Assert.Null(Numbers.Carriers.Seven.Find("4500005001"));
        Assert.Contains(Numbers.Log.Said(LogSeverity.Info), message => message.Contains("cancelled 4500005000, which runs until", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_number_that_was_cancelled_elsewhere_and_still_runs_is_reported_with_its_date()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DK", number = "4500005000" });
        var end = new DateTimeOffset(2031, 1, 31, 12, 0, 0, TimeSpan.Zero);
        Numbers.Carriers.Seven.Change("4500005000", number => number with { Expires = end });
        await Numbers.NewRunAsync();

        var read = await Numbers.RefreshAsync(owned);

        Assert.Equal("2031-01-31T12:00:00Z", read!.State.Text("expires"));
        Assert.Contains("2031-01-31T12:00:00Z", Assert.Single(Numbers.Log.Said(LogSeverity.Warning)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kpn")]
    [InlineData("vonage")]
    [InlineData("seven")]
    public async Task A_number_that_is_gone_is_gone_after_a_refresh(string carrier)
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier, country = "GB" });
        var number = owned.State.Text("number")!;
        Numbers.Carriers.Kpn.Account.Cancel(number);
        Numbers.Carriers.Vonage.Account.Cancel(number);
        Numbers.Carriers.Seven.Remove(number);
        await Numbers.NewRunAsync();
        owned = owned with { State = owned.State.With(new { purchasedAt = "2020-01-01T00:00:00Z" }) };

        Assert.Null(await Numbers.RefreshAsync(owned));
    }

    [Fact]
    public async Task Only_another_number_country_or_carrier_replaces()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier = "vonage", country = "GB", pattern = "4477009002" });
        var number = owned.State.Text("number");

        var named = await Numbers.DiffAsync(owned, new { carrier = "vonage", country = "GB", number });
        var other = await Numbers.DiffAsync(owned, new { carrier = "vonage", country = "GB", number = "447700900299" });
        var country = await Numbers.DiffAsync(owned, new { carrier = "vonage", country = "NL" });
        var carrier = await Numbers.DiffAsync(owned, new { carrier = "kpn", country = "GB" });

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, named.Changes);
        Assert.Equal(["number"], other.Replaces);
        Assert.Equal(["country"], country.Replaces);
        Assert.Equal(["carrier"], carrier.Replaces);
    }

    [Fact]
    public async Task A_replacement_in_another_country_takes_another_number_and_gives_up_the_old_one()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier = "vonage", country = "GB" });
        await Numbers.NewRunAsync();

        object dutch = new { carrier = "vonage", country = "NL" };
        await Numbers.DiffAsync(owned, dutch);
        var replacement = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", dutch);
        await Numbers.DeleteAsync(owned);

        Assert.Equal("NL", replacement.State.Text("country"));
        Assert.Equal(owned.State.Text("number"), Assert.Single(Numbers.Carriers.Ledger.Releases()).Number);
    }

    [Fact]
    public async Task No_longer_naming_the_number_keeps_it()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);

        var diff = await Numbers.DiffAsync(owned, new { carrier = "vonage", country = "GB" });

        Assert.Empty(diff.Replaces);
    }

    [Fact]
    public async Task A_declared_country_that_is_not_the_numbers_own_is_refused_without_a_replacement()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Named);

        var failure = await Assert.ThrowsAsync<RpcException>(
            () => Numbers.UpdateAsync(owned, new { carrier = "vonage", country = "NL", number = "447700900250" }));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("GB", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kpn/GB/447700900650", true)]
    [InlineData("kpn/447700900650", false)]
    [InlineData("KPN/gb/+44 7700 900650", false)]
    [InlineData("vonage/gb/447700900001", false)]
    [InlineData("vonage/GB/447700900001", true)]
    [InlineData("seven/4500005000", false)]
    [InlineData("seven/DK/4500005000", true)]
    public async Task Import_TakesTheCanonicalIdOnly_AndShowsNoDifference(string typed, bool isCanonical)
    {
        Numbers.Carriers.Kpn.Account.Subscribe("447700900650");
        Numbers.Carriers.Kpn.Account.Change("447700900650", number => number with { MoHttpUrl = "https://sms.example.com", VoiceCallbackType = "tel", VoiceCallbackValue = "447700900001" });
        Numbers.Carriers.Seven.Activate(Numbers.Carriers.Seven.Stock.Find("4500005000")!);

        if (!isCanonical)
        {
            var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.ImportAsync(Tokens.OwnedNumber, "hotline", typed));
            Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
            Assert.Matches("'(kpn/GB/447700900650|vonage/GB/447700900001|seven/DK/4500005000)'", failure.Status.Detail);
            return;
        }

        var imported = await Numbers.ImportAsync(Tokens.OwnedNumber, "hotline", typed);

        Assert.Equal(typed, imported!.Id);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(imported, imported.Inputs)).Changes);
    }

    [Theory]
    [InlineData("447700900650")]
    [InlineData("orange/GB/447700900650")]
    [InlineData("kpn/GB/hotline")]
    [InlineData("kpn/GBR/447700900650")]
    public async Task An_import_id_that_names_no_number_is_refused_with_an_example(string id)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.ImportAsync(Tokens.OwnedNumber, "hotline", id));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("kpn/GB/447700900000", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_refresh_costs_one_request_at_each_carrier()
    {
        foreach (var carrier in new[] { "kpn", "vonage", "seven" })
        {
            var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, carrier, new { carrier, country = "GB" });
            await Numbers.NewRunAsync();
            Numbers.Carriers.Requests.Clear();

            await Numbers.RefreshAsync(owned);

            Assert.Equal(1, Numbers.Carriers.Requests.Count(carrier, Operations.ListOwned) + Numbers.Carriers.Requests.Count(carrier, Operations.GetOwned));
        }
    }

    [Fact]
    public async Task Numbers_of_all_configured_carriers_are_listed_for_import()
    {
        await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier = "kpn", country = "GB", number = "447700900650" });
        await Numbers.CreateAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DK", number = "4500005000" });

        var ids = await Numbers.ListAsync(Tokens.OwnedNumber);

        Assert.Equal(202, ids.Distinct().Count());
        Assert.Contains("kpn/GB/447700900650", ids);
        Assert.Contains("seven/DK/4500005000", ids);
        Assert.Contains("vonage/GB/447700900199", ids);
    }
}
