using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.Pools;

public sealed class PoolMembershipTests : ProviderTest
{
    private static readonly string[] Three = ["447700900001", "447700900002", "447700900003"];

    [Fact]
    public async Task A_membership_fills_its_pool_in_batches_of_fifty()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        var declared = Enumerable.Range(0, 120).Select(number => $"447700900{number:000}").ToArray();

        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = declared });

        Assert.Equal("a1b2c3d4/senders", membership.Id);
        Assert.Equal(declared, membership.State.Texts("numbers"));
        Assert.Equal(declared, Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
        Assert.Equal(3, Numbers.Carriers.Requests.Count(operation: Operations.AddPoolNumbers));
        Assert.Contains(Numbers.Log.StatusLines, line => line.Contains("added 120/120", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Order_duplicates_and_spelling_are_no_difference()
    {
        var membership = await FillAsync(Three);

        var diff = await Numbers.DiffAsync(membership, new
        {
            poolId = "senders",
            numbers = new[] { "+44 7700 900003", "447700900001", "44-7700-900002", "447700900003" },
        });

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task A_changed_set_differs_number_by_number_and_is_brought_about()
    {
        var membership = await FillAsync(Three);
        object inputs = new { poolId = "senders", numbers = new[] { "447700900002", "447700900003", "447700900004" } };

        var diff = await Numbers.DiffAsync(membership, inputs);
        var changed = await Numbers.UpdateAsync(membership, inputs);

        Assert.True(diff.HasDetailedDiff);
        Assert.Equal(
            [PropertyDiff.Types.Kind.Add, PropertyDiff.Types.Kind.Delete],
            diff.DetailedDiff.Values.Select(change => change.Kind).Order());
        Assert.Equal(["447700900002", "447700900003", "447700900004"], changed.State.Texts("numbers"));
        Assert.Equal(["447700900002", "447700900003", "447700900004"], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task Drift_shows_number_by_number_and_is_repaired()
    {
        var membership = await FillAsync(Three);
        Numbers.Carriers.Vonage.Pools.Add("senders", "447700900050");
        Numbers.Carriers.Vonage.Pools.Remove("senders", "447700900001");

        var read = await Numbers.RefreshAsync(membership);
        var diff = await Numbers.DiffAsync(read!, new { poolId = "senders", numbers = Three });
        var repaired = await Numbers.UpdateAsync(read!, new { poolId = "senders", numbers = Three });

        Assert.Equal(["447700900002", "447700900003", "447700900050"], read!.State.Texts("numbers"));
        Assert.Equal(2, diff.DetailedDiff.Count);
        Assert.Equal(Three, repaired.State.Texts("numbers"));
        var warning = Assert.Single(Numbers.Log.Said(LogSeverity.Warning));
        Assert.Contains("447700900050", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authoritative_membership_warns_when_it_removes_what_it_never_added()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", "447700900099");

        await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = Three });

        Assert.Equal(Three, Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
        Assert.Contains("447700900099", Assert.Single(Numbers.Log.Said(LogSeverity.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_names_the_numbers_of_others_that_taking_over_a_pool_will_remove()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", [.. Three, "447700900099"]);
        object shared = new { poolId = "senders", numbers = Three, authoritative = false };
        object whole = new { poolId = "senders", numbers = Three };

        await Numbers.PreviewAsync(Tokens.PoolMembership, "senders", shared);
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", shared);
        Assert.Empty(Numbers.Log.Said(LogSeverity.Warning));

        await Numbers.PreviewUpdateAsync(membership, whole);
        await Numbers.NewRunAsync();
        await Numbers.PreviewAsync(Tokens.PoolMembership, "other", whole);

        Assert.Equal(2, Numbers.Log.Said(LogSeverity.Warning).Count(warning => warning.Contains("447700900099", StringComparison.Ordinal)));
        Assert.Equal([.. Three, "447700900099"], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task A_preview_needs_no_pool()
    {
        await Numbers.PreviewAsync(Tokens.PoolMembership, "senders", new { poolId = "nowhere", numbers = Three });

        Assert.Empty(Numbers.Log.Said(LogSeverity.Warning));
    }

    [Fact]
    public async Task Memberships_without_authority_share_a_pool_and_leave_each_other_alone()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", "447700900099");
        var first = await Numbers.CreateAsync(Tokens.PoolMembership, "first", new { poolId = "senders", numbers = Three, authoritative = false });
        var second = await Numbers.CreateAsync(Tokens.PoolMembership, "second", new { poolId = "senders", numbers = new[] { "447700900010" }, authoritative = false });

        var shrunk = await Numbers.UpdateAsync(first, new { poolId = "senders", numbers = new[] { "447700900001" }, authoritative = false });
        await Numbers.DestroyAsync(second);

        Assert.Equal(["447700900001"], shrunk.State.Texts("numbers"));
        Assert.Equal(["447700900001", "447700900099"], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task Numbers_of_others_are_no_drift_to_a_membership_without_authority()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        object inputs = new { poolId = "senders", numbers = Three, authoritative = false };
        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", inputs);
        Numbers.Carriers.Vonage.Pools.Add("senders", "447700900050");

        var read = await Numbers.RefreshAsync(membership);

        Assert.Equal(Three, read!.State.Texts("numbers"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(read, inputs)).Changes);
    }

    [Fact]
    public async Task Giving_up_authority_leaves_in_the_pool_what_is_no_longer_declared()
    {
        var membership = await FillAsync(Three);
        object inputs = new { poolId = "senders", numbers = new[] { "447700900001" }, authoritative = false };

        var diff = await Numbers.DiffAsync(membership, inputs);
        var changed = await Numbers.UpdateAsync(membership, inputs);

        Assert.Equal(["authoritative"], diff.DetailedDiff.Keys);
        Assert.Equal(["447700900001"], changed.State.Texts("numbers"));
        Assert.Equal(Three, Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task Numbers_that_fail_are_named_the_others_are_there_and_the_next_run_does_the_rest()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        object inputs = new { poolId = "senders", numbers = new[] { "447700900001", "31600000001" } };

        var partial = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", inputs);

        var problem = Assert.Single(partial.Problems);
        Assert.Contains("31600000001", problem, StringComparison.Ordinal);
        Assert.Contains("missing-number-subscription", problem, StringComparison.Ordinal);
        Assert.Equal(["447700900001"], partial.State.Texts("numbers"));

        Numbers.Carriers.Vonage.Account.Subscribe("31600000001");
        var whole = await Numbers.UpdateAsync(partial, inputs);
        Assert.Empty(whole.Problems);
        Assert.Equal(["31600000001", "447700900001"], whole.State.Texts("numbers"));
    }

    [Fact]
    public async Task More_than_twenty_failures_are_grouped_by_their_reason()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        var unknown = Enumerable.Range(10, 30).Select(number => $"316000000{number}").Append("447700900001").ToArray();

        var partial = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = unknown });

        var problem = Assert.Single(partial.Problems);
        Assert.Contains("30 numbers", problem, StringComparison.Ordinal);
        Assert.Contains("31600000025", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_every_number_fails_there_is_an_error_and_no_half_resource()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");

        var failure = await Numbers.CreateFailsAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = new[] { "31600000001" } });

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Contains("No such number subscription", failure.Status.Detail, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_membership_of_a_pool_that_does_not_exist_fails_with_the_carriers_words()
    {
        var failure = await Numbers.CreateFailsAsync(Tokens.PoolMembership, "senders", new { poolId = "nowhere", numbers = Three });

        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Contains("vonage", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("nowhere", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_takes_the_whole_pool_and_shows_no_difference()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", Three);

        var membership = await Numbers.ImportAsync(Tokens.PoolMembership, "senders", "a1b2c3d4/senders");

        Assert.Equal(Three, membership!.Inputs.Texts("numbers"));
        Assert.Equal(true, membership.Inputs.Get("authoritative"));
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(membership, membership.Inputs)).Changes);
    }

    [Fact]
    public async Task Where_nothing_could_be_added_each_number_has_a_line_of_its_own()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        Numbers.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Partial,
            Operation = Operations.AddPoolNumbers,
            Numbers = ["447700900001", "447700900002"],
            Code = "number-validation",
        });

        var failure = await Numbers.CreateFailsAsync(
            Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = new[] { "447700900001", "447700900002" } });

        var lines = failure.Status.Detail.Split('\n');
        Assert.EndsWith("failed to bring pool a1b2c3d4/senders to hold the declared numbers:", lines[0], StringComparison.Ordinal);
        Assert.Collection(
            lines[1..],
            line => Assert.StartsWith("* vonage: failed to add 447700900001 ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("* vonage: failed to add 447700900002 ", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refresh_of_a_membership_whose_pool_is_gone_says_so()
    {
        var membership = await FillAsync(Three);
        Numbers.Carriers.Vonage.Pools.Delete("senders");

        Assert.Null(await Numbers.RefreshAsync(membership));
    }

    [Fact]
    public async Task A_deleted_membership_takes_its_numbers_out()
    {
        var membership = await FillAsync(Three);

        await Numbers.DestroyAsync(membership);

        Assert.Empty(Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task Deleting_a_membership_whose_pool_is_gone_succeeds()
    {
        var membership = await FillAsync(Three);
        Numbers.Carriers.Vonage.Pools.Delete("senders");

        await Numbers.DestroyAsync(membership);
    }

    [Fact]
    public async Task A_replacement_for_the_same_pool_leaves_the_numbers_in_it()
    {
        var membership = await FillAsync(Three);
        await Numbers.NewRunAsync();

        await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = Three });
        await Numbers.DeleteAsync(membership);

        Assert.Equal(Three, Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task A_membership_that_gets_a_new_name_leaves_its_numbers_in_the_pool()
    {
        var before = await FillAsync(Three);
        await Numbers.NewRunAsync();

        await Numbers.CreateAsync(Tokens.PoolMembership, "renamed", new { poolId = "senders", numbers = Three[..2] });
        await Numbers.DeleteAsync(before);

        Assert.Equal(Three[..2], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task A_number_that_moves_between_memberships_of_one_pool_stays_in_it()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        var first = await Numbers.CreateAsync(Tokens.PoolMembership, "first", new { poolId = "senders", numbers = Three, authoritative = false });
        var second = await Numbers.CreateAsync(Tokens.PoolMembership, "second", new { poolId = "senders", numbers = new[] { "447700900010" }, authoritative = false });
        await Numbers.NewRunAsync();

        var grown = await Numbers.UpdateAsync(second, new { poolId = "senders", numbers = new[] { Three[0], "447700900010" }, authoritative = false });
        var shrunk = await Numbers.UpdateAsync(first, new { poolId = "senders", numbers = Three[1..], authoritative = false });

        Assert.Equal([Three[0], "447700900010"], grown.State.Texts("numbers"));
        Assert.Equal(Three[1..], shrunk.State.Texts("numbers"));
        Assert.Equal([.. Three, "447700900010"], Numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
    }

    [Fact]
    public async Task A_batch_whose_answer_is_lost_is_settled_by_listing_the_pool()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        Numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.ResetAfter, Operation = Operations.AddPoolNumbers, Times = 1 });

        var membership = await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = Three });

        Assert.Empty(membership.Problems);
        Assert.Equal(Three, membership.State.Texts("numbers"));
        Assert.Equal(1, Numbers.Carriers.Requests.Count(operation: Operations.AddPoolNumbers));
    }

    private async Task<ResourceUnderTest> FillAsync(string[] declared)
    {
        Numbers.Carriers.Vonage.Pools.Create("senders");
        return await Numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = declared });
    }
}
