using PulumiNumbers.Emulator.Vonage.Pools;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Pools;

public sealed class NumberPoolTests : StackTest
{
    [Fact]
    public async Task It_is_created_left_alone_changed_and_destroyed()
    {
        var created = await Bench.UpAsync(Pool("customers"));
        var left = await Bench.UpAsync(Pool("customers"));
        var changed = await Bench.UpAsync(Pool("customers", fallback: "Reject"));

        Assert.Equal(StepOp.Create, created.StepOf("one").Op);
        Assert.False(left.HasChanges);
        Assert.Equal(new PropertyChange("fallback", ChangeKind.Update, "Pool", "Reject"), Assert.Single(changed.StepOf("one").Changes));
        Assert.Equal("Reject", Bench.Carriers.Vonage.Pools.Find("customers")!.Fallback);

        await Bench.DestroyAsync();

        Assert.Empty(Bench.Carriers.Vonage.Pools.All);
        Assert.Empty(Bench.State.Resources);
    }

    [Fact]
    public async Task Another_id_replaces_it_and_the_new_one_is_there_before_the_old_one_goes()
    {
        await Bench.UpAsync(Pool("customers"));

        var replaced = await Bench.UpAsync(Pool("support"));

        Assert.Equal([StepOp.Replace, StepOp.DeleteReplaced], replaced.Steps.Where(step => step.IsChange).Select(step => step.Op));
        Assert.Equal(["support"], Bench.Carriers.Vonage.Pools.All.Select(pool => pool.PoolId));
        Assert.Equal("a1b2c3d4/support", Bench.State.Find("one")!.Id);
    }

    [Fact]
    public async Task A_refresh_tells_what_changed_behind_its_back_and_up_puts_it_right()
    {
        await Bench.UpAsync(Pool("customers"));
        Bench.Carriers.Vonage.Pools.Put(Bench.Carriers.Vonage.Pools.Find("customers")! with { Fallback = "Reject" });

        var refreshed = await Bench.RefreshAsync();
        var repaired = await Bench.UpAsync(Pool("customers"));

        Assert.Equal(new PropertyChange("fallback", ChangeKind.Update, "Pool", "Reject"), Assert.Single(refreshed.Drift.Single().Changes));
        Assert.Equal(StepOp.Update, repaired.StepOf("one").Op);
        Assert.Equal("Pool", Bench.Carriers.Vonage.Pools.Find("customers")!.Fallback);
    }

    [Fact]
    public async Task One_that_is_gone_leaves_the_state_and_is_created_again()
    {
        await Bench.UpAsync(Pool("customers"));
        Bench.Carriers.Vonage.Pools.Delete("customers");

        var refreshed = await Bench.RefreshAsync();
        var again = await Bench.UpAsync(Pool("customers"));

        Assert.Equal(StepOp.Delete, refreshed.Drift.Single().Op);
        Assert.Equal(StepOp.Create, again.StepOf("one").Op);
        Assert.NotNull(Bench.Carriers.Vonage.Pools.Find("customers"));
    }

    [Fact]
    public async Task An_imported_one_shows_no_change_in_the_next_preview()
    {
        Bench.Carriers.Vonage.Pools.Put(new EmulatedPool { PoolId = "customers", Fallback = "CustomFrom" });

        var imported = await Bench.ImportAsync(Tokens.NumberPool, "one", "a1b2c3d4/customers");
        var preview = await Bench.PreviewAsync(Pool("customers", fallback: "CustomFrom"));

        Assert.Equal(StepOp.Import, imported.StepOf("one").Op);
        Assert.False(preview.HasChanges);
    }

    private static StackProgram Pool(string id, string fallback = "Pool") =>
        StackBench.One(Tokens.NumberPool, new() { ["poolId"] = id, ["fallback"] = fallback });
}
