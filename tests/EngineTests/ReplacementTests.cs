using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class ReplacementTests : EngineTestBase
{
    [Fact]
    public async Task A_replacement_comes_before_the_old_one_goes()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "here" }));

        var up = await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "there" }));

        Assert.Equal(StepOp.Replace, up.StepOf("one").Op);
        Assert.Equal(["create one", "create one", "delete one"], Bench.Calls("create", "delete"));
        Assert.Equal(["id-2"], Bench.World.Things.Keys);
        Assert.Equal("id-2", Assert.Single(Bench.Engine.Load().Resources, r => r.Type == TestBench.Thing).Id);
    }

    [Fact]
    public async Task Where_the_provider_wants_it_the_old_one_goes_first()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["firm"] = "old" }));

        await Bench.UpAsync(TestBench.OneThing(new() { ["firm"] = "new" }));

        Assert.Equal(["create one", "delete one", "create one"], Bench.Calls("create", "delete"));
    }

    [Fact]
    public async Task The_program_has_the_last_word_on_which_goes_first()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "here" }));

        await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "there" }, new() { DeleteBeforeReplace = true }));

        Assert.Equal(["create one", "delete one", "create one"], Bench.Calls("create", "delete"));
    }

    [Fact]
    public async Task Dependents_that_must_be_replaced_too_go_before_and_come_back_after()
    {
        static StackProgram Pair(string firm) => async (program, _) =>
        {
            var root = await program.RegisterAsync(TestBench.Thing, "root", new() { ["firm"] = firm });
            var bound = new Dictionary<string, RegisteredResource[]>(StringComparer.Ordinal) { ["place"] = [root] };
            await program.RegisterAsync(TestBench.Thing, "bound", new() { ["place"] = root["serial"] }, new() { PropertyDependencies = bound });
            await program.RegisterAsync(TestBench.Thing, "loose", new() { ["size"] = root["serial"] }, new() { DependsOn = [root] });
        };
        await Bench.UpAsync(Pair("old"));

        await Bench.UpAsync(Pair("new"));

        Assert.Equal(
            ["delete bound", "delete root", "create root", "create bound", "update loose"],
            Bench.Calls("create", "update", "delete").Skip(3));
        Assert.Equal(3, Bench.World.Things.Count);
    }

    [Fact]
    public async Task A_replacement_that_fails_to_come_leaves_the_old_one_as_it_was()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "here" }));
        Bench.World.Before = (method, _) => method is "create" ? throw FakeWorld.Failure(Grpc.Core.StatusCode.ResourceExhausted, "no room there") : Task.CompletedTask;

        var up = await Bench.Engine.UpAsync(TestBench.OneThing(new() { ["place"] = "there" }));

        Assert.False(up.Succeeded);
        Assert.Equal("id-1", Bench.Engine.Load().Find("one")!.Id);
        Assert.Equal("here", Bench.World.Things["id-1"].Properties.Fields["place"].StringValue);
    }

    [Fact]
    public async Task An_old_one_that_could_not_be_deleted_is_tried_again_next_time()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "here" }));
        Bench.World.Before = (method, _) => method is "delete" ? throw FakeWorld.Failure(Grpc.Core.StatusCode.Unavailable, "try later") : Task.CompletedTask;
        var failed = await Bench.Engine.UpAsync(TestBench.OneThing(new() { ["place"] = "there" }));
        Bench.World.Before = (_, _) => Task.CompletedTask;

        var up = await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "there" }));

        Assert.False(failed.Succeeded);
        Assert.Contains(failed.Checkpoint.Resources, r => r is { Id: "id-1", Delete: true });
        Assert.Contains(up.Steps, s => s.Op == StepOp.DeleteReplaced);
        Assert.Equal(["id-2"], Bench.World.Things.Keys);
    }

    [Fact]
    public async Task A_create_that_fails_after_the_old_one_went_is_made_up_for_next_time()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["firm"] = "old" }));
        Bench.World.Before = (method, _) => method is "create" ? throw FakeWorld.Failure(Grpc.Core.StatusCode.Unavailable, "try later") : Task.CompletedTask;
        var failed = await Bench.Engine.UpAsync(TestBench.OneThing(new() { ["firm"] = "new" }));
        Bench.World.Before = (_, _) => Task.CompletedTask;

        await Bench.UpAsync(TestBench.OneThing(new() { ["firm"] = "new" }));

        Assert.True(failed.Checkpoint.Resources.Single(r => r.Type == TestBench.Thing).PendingReplacement);
        Assert.Equal("id-2", Bench.Engine.Load().Find("one")!.Id);
        Assert.Single(Bench.Calls("delete"));
    }

    [Fact]
    public async Task A_targeted_replacement_replaces_what_has_not_changed_and_leaves_all_else()
    {
        var before = await Bench.UpAsync(TestBench.Things(("one", []), ("two", new() { ["size"] = 1 })));

        var up = await Bench.UpAsync(TestBench.Things(("one", []), ("two", new() { ["size"] = 2 })), new() { Replaces = [before.StepOf("one").Urn.ToString()] });

        Assert.Equal(StepOp.Replace, up.StepOf("one").Op);
        Assert.Equal(["create one", "delete one"], Bench.Calls("create", "update", "delete").Skip(2));
        Assert.Equal(1, Bench.Engine.Load().Find("two")!.Inputs["size"].AsNumber);
    }

    [Fact]
    public async Task The_program_can_ask_for_a_replacement_where_the_provider_would_update()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 1 }));

        var up = await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 2 }, new() { ReplaceOnChanges = ["size"] }));

        Assert.Equal(StepOp.Replace, up.StepOf("one").Op);
        Assert.Equal(ChangeKind.UpdateReplace, Assert.Single(up.StepOf("one").Changes).Kind);
    }

    [Fact]
    public async Task A_protected_resource_is_neither_replaced_nor_deleted()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "here" }, new() { Protect = true }));

        var replace = await Bench.Engine.UpAsync(TestBench.OneThing(new() { ["place"] = "there" }, new() { Protect = true }));
        var destroy = await Bench.Engine.DestroyAsync();

        Assert.False(replace.Succeeded);
        Assert.False(destroy.Succeeded);
        Assert.Equal(["create one"], Bench.Calls("create", "delete"));
    }

    [Fact]
    public async Task A_retained_resource_is_forgotten_and_stays_with_the_carrier()
    {
        await Bench.UpAsync(TestBench.OneThing([], new() { RetainOnDelete = true }));

        var up = await Bench.UpAsync(TestBench.Things());

        Assert.Equal(StepOp.Forget, up.StepOf("one").Op);
        Assert.Empty(Bench.Calls("delete"));
        Assert.Equal(["id-1"], Bench.World.Things.Keys);
    }

    [Fact]
    public async Task What_goes_with_its_owner_is_not_deleted_by_itself()
    {
        await Bench.UpAsync(async (program, _) =>
        {
            var owner = await program.RegisterAsync(TestBench.Thing, "owner", []);
            await program.RegisterAsync(TestBench.Thing, "part", [], new() { DeletedWith = owner });
        });

        await Bench.Engine.DestroyAsync();

        Assert.Equal(["delete owner"], Bench.Calls("delete"));
        Assert.Empty(Bench.Engine.Load().Resources);
    }
}
