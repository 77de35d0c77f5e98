using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Lifecycle.Support;
using Pbx = PulumiNumbers.Emulator.PortSip;

namespace PulumiNumbers.Tests.Lifecycle.ExclusiveNumbers;

public sealed class ExclusiveNumberTests : StackTest
{
    private const string Vip = "447700900123";

    private string Sales => Bench.Carriers.PortSip.Queues[0].Id;

    private string Support => Bench.Carriers.PortSip.Queues[1].Id;

    private Pbx.ExclusiveNumber OnPbx => Assert.Single(Bench.Carriers.PortSip.Numbers);

    [Fact]
    public async Task It_is_created_left_alone_changed_and_destroyed()
    {
        var created = await Bench.UpAsync(Number(description: "the board", agents: (Sales, ["1001", "1002"])));
        var id = OnPbx.Id;
        var left = await Bench.UpAsync(Number(description: "the board", agents: (Sales, ["1002", "1001"])));
        var changed = await Bench.UpAsync(Number(description: "the chair", agents: (Sales, ["1001", "1003"])));

        Assert.Equal(StepOp.Create, created.StepOf("one").Op);
        Assert.False(left.HasChanges);
        Assert.Equal(
            [($"callQueues.{Sales}[0]", ChangeKind.Delete), ($"callQueues.{Sales}[1]", ChangeKind.Add), ("description", ChangeKind.Update)],
            changed.StepOf("one").Changes.Select(change => (change.Path, change.Kind)).Order());
        Assert.Equal(id, OnPbx.Id);
        Assert.Equal("the chair", OnPbx.Description);
        Assert.Equal(["1001", "1003"], OnPbx.Agents[Sales].AsEnumerable());

        await Bench.DestroyAsync();

        Assert.Empty(Bench.Carriers.PortSip.Numbers);
        Assert.Empty(Bench.State.Resources);
    }

    [Fact]
    public async Task Another_number_is_a_change_in_place_since_the_pbx_can_make_it()
    {
        await Bench.UpAsync(Number());
        var id = OnPbx.Id;

        var changed = await Bench.UpAsync(StackBench.One(Tokens.ExclusiveNumber, new() { ["number"] = "447700900124" }));

        Assert.Equal(StepOp.Update, changed.StepOf("one").Op);
        Assert.Equal((id, "447700900124"), (OnPbx.Id, OnPbx.Number));
    }

    [Fact]
    public async Task One_that_is_to_be_replaced_gives_way_before_its_successor_comes()
    {
        await Bench.UpAsync(Number());
        var id = OnPbx.Id;

        await Bench.UpAsync(
            (context, _) => context.RegisterAsync(Tokens.ExclusiveNumber, "one", new() { ["number"] = Vip }, new() { DeleteBeforeReplace = true }),
            new() { Replaces = ["**::one"] });

        Assert.NotEqual(id, OnPbx.Id);
        Assert.Equal(OnPbx.Id, Bench.State.Find("one")!.Id);
    }

    [Fact]
    public async Task A_refresh_tells_what_changed_behind_its_back_and_up_puts_it_right()
    {
        await Bench.UpAsync(Number(agents: (Sales, ["1001"])));
        Bench.Carriers.PortSip.Change(OnPbx.Id, number => number with { Enabled = false, Agents = number.Agents.Add(Support, ["1009"]) });

        var refreshed = await Bench.RefreshAsync();
        var repaired = await Bench.UpAsync(Number(agents: (Sales, ["1001"])));

        Assert.Equal(
            [($"callQueues.{Support}", ChangeKind.Add), ("enabled", ChangeKind.Update)],
            refreshed.Drift.Single().Changes.Select(change => (change.Path, change.Kind)).Order());
        Assert.Equal(StepOp.Update, repaired.StepOf("one").Op);
        Assert.True(OnPbx.Enabled);
        Assert.Equal([Sales], OnPbx.Agents.Keys);
    }

    [Fact]
    public async Task One_that_is_gone_leaves_the_state_and_is_created_again()
    {
        await Bench.UpAsync(Number());
        Bench.Carriers.PortSip.Delete(OnPbx.Id);

        var refreshed = await Bench.RefreshAsync();
        var again = await Bench.UpAsync(Number());

        Assert.Equal(StepOp.Delete, refreshed.Drift.Single().Op);
        Assert.Equal(StepOp.Create, again.StepOf("one").Op);
        Assert.Equal(Vip, OnPbx.Number);
    }

    [Fact]
    public async Task An_imported_one_shows_no_change_in_the_next_preview()
    {
        var existing = Bench.Carriers.PortSip.Create(Vip, description: "the board");
        Bench.Carriers.PortSip.Change(existing.Id, number => number with { Agents = number.Agents.Add(Sales, ["1001"]) });

        var imported = await Bench.ImportAsync(Tokens.ExclusiveNumber, "one", existing.Id);
        var preview = await Bench.PreviewAsync(Number(description: "the board", agents: (Sales, ["1001"])));

        Assert.Equal(StepOp.Import, imported.StepOf("one").Op);
        Assert.False(preview.HasChanges);
    }

    private static StackProgram Number(string? description = null, (string Queue, string[] Extensions)? agents = null)
    {
        var inputs = new PropertyMap { ["number"] = Vip };
        if (description is not null)
            inputs["description"] = description;
        if (agents is var (queue, extensions))
            inputs["callQueues"] = new PropertyMap { [queue] = PropertyValue.Of(extensions) };
        return StackBench.One(Tokens.ExclusiveNumber, inputs);
    }
}
