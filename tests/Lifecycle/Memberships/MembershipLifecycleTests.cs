using PulumiNumbers.Emulator;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

public sealed class MembershipLifecycleTests : MembershipTest
{
    [Fact]
    public async Task It_is_created_left_alone_changed_and_destroyed()
    {
        var created = await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1, 2)));
        var left = await Bench.UpAsync(Membership.Of("+44 7700 900002", "+44 7700 900001", "+44 7700 900000", "447700900000"));
        var changed = await Bench.UpAsync(Membership.Of(Membership.Numbers(1, 2, 3)));

        Assert.Equal(StepOp.Create, created.StepOf("one").Op);
        Assert.False(left.HasChanges);
        Assert.Equal(
            [("numbers[2]", ChangeKind.Update, Membership.Number(3))],
            changed.StepOf("one").Changes.Select(change => (change.Path, change.Kind, (change.New ?? change.Old)!.AsString)));
        Assert.Equal(Membership.Numbers(1, 2, 3), Held);
        Assert.Equal(Held, Saved);

        await Bench.DestroyAsync();

        Assert.Empty(Held);
        Assert.Empty(Bench.State.Resources);
    }

    [Fact]
    public async Task Another_pool_replaces_it_and_the_old_pool_is_emptied_last()
    {
        Bench.Carriers.Vonage.Pools.Create("support");
        await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1)));

        var replaced = await Bench.UpAsync(StackBench.One(Tokens.PoolMembership, Membership.Inputs(Membership.Numbers(0, 1), pool: "support")));

        Assert.Equal([StepOp.Replace, StepOp.DeleteReplaced], replaced.Steps.Where(step => step.IsChange).Select(step => step.Op));
        Assert.Equal(Membership.Numbers(0, 1), Bench.Carriers.Vonage.Pools.NumbersOf("support"));
        Assert.Empty(Held);
    }

    [Fact]
    public async Task One_that_is_replaced_by_force_keeps_its_numbers_in_the_pool()
    {
        await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1)));
        Bench.Carriers.Requests.Clear();

        await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1)), new() { Replaces = ["**::one"] });

        Assert.Equal(Membership.Numbers(0, 1), Held);
        Assert.DoesNotContain(Bench.Carriers.Requests.All, request => request.Method != "GET");
    }

    [Fact]
    public async Task An_imported_one_takes_the_whole_pool_and_shows_no_change_in_the_next_preview()
    {
        Bench.Carriers.Vonage.Pools.Add(Membership.Pool, Membership.Numbers(4, 5));

        var imported = await Bench.ImportAsync(Tokens.PoolMembership, "one", Membership.Id);
        var preview = await Bench.PreviewAsync(Membership.Of(Membership.Numbers(4, 5)));

        Assert.Equal(StepOp.Import, imported.StepOf("one").Op);
        Assert.Equal(Membership.Numbers(4, 5), Saved);
        Assert.False(preview.HasChanges);
    }

    [Fact]
    public async Task One_whose_pool_is_gone_leaves_the_state_and_is_created_in_the_new_pool()
    {
        await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1)));
        Bench.Carriers.Vonage.Pools.Delete(Membership.Pool);

        var refreshed = await Bench.RefreshAsync();
        Bench.Carriers.Vonage.Pools.Create(Membership.Pool);
        var again = await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1)));

        Assert.Equal(StepOp.Delete, refreshed.Drift.Single().Op);
        Assert.Equal(StepOp.Create, again.StepOf("one").Op);
        Assert.Equal(Membership.Numbers(0, 1), Held);
    }

    [Fact]
    public async Task A_pool_and_its_membership_come_and_go_together()
    {
        var program = StackBench.Program(async context =>
        {
            var pool = await context.RegisterAsync(Tokens.NumberPool, "pool", new() { ["poolId"] = "night-shift" });
            await context.RegisterAsync(
                Tokens.PoolMembership, "one", new() { ["poolId"] = pool["poolId"], ["numbers"] = Engine.Properties.PropertyValue.Of(Membership.Numbers(7)) },
                new() { DependsOn = [pool] });
        });

        await Bench.PreviewAsync(program);
        await Bench.UpAsync(program);
        Assert.Equal(Membership.Numbers(7), Bench.Carriers.Vonage.Pools.NumbersOf("night-shift"));

        await Bench.DestroyAsync();
        Assert.Null(Bench.Carriers.Vonage.Pools.Find("night-shift"));
        Assert.Equal(1, Bench.Carriers.Requests.Count(CarrierNames.Vonage, Operations.RemovePoolNumber));
    }
}
