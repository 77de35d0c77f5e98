using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class EngineReplacementTests : EngineTest
{
    [Fact]
    public async Task A_replacement_comes_before_the_old_one_goes()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "here" }));

        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "there" }));

        Assert.Equal(StepOp.Replace, up.StepOf("one").Op);
        Assert.Equal(["create one", "create one", "delete one"], Fixture.Calls("create", "delete"));
        Assert.Equal(["id-2"], Fixture.Carrier.Things.Keys);
        Assert.Equal("id-2", Assert.Single(Fixture.Engine.Load().Resources, r => r.Type == EngineFixture.Thing).Id);
    }

    [Fact]
    public async Task ProviderWithDeleteBeforeReplace_DeletesTheOldOneFirst()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["firm"] = "old" }));

        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["firm"] = "new" }));

        Assert.Equal(["create one", "delete one", "create one"], Fixture.Calls("create", "delete"));
    }

    [Fact]
    public async Task ProgramOption_OverridesTheProvidersDeleteBeforeReplace()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "here" }));

        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "there" }, new() { DeleteBeforeReplace = true }));

        Assert.Equal(["create one", "delete one", "create one"], Fixture.Calls("create", "delete"));
    }

    [Fact]
    public async Task Dependents_that_must_be_replaced_too_go_before_and_come_back_after()
    {
        static StackProgram Pair(string firm) => async (program, _) =>
        {
            var root = await program.RegisterAsync(EngineFixture.Thing, "root", new() { ["firm"] = firm });
            var bound = new Dictionary<string, RegisteredResource[]>(StringComparer.Ordinal) { ["place"] = [root] };
            await program.RegisterAsync(EngineFixture.Thing, "bound", new() { ["place"] = root["serial"] }, new() { PropertyDependencies = bound });
            await program.RegisterAsync(EngineFixture.Thing, "loose", new() { ["size"] = root["serial"] }, new() { DependsOn = [root] });
        };
        await Fixture.UpAsync(Pair("old"));

        await Fixture.UpAsync(Pair("new"));

        Assert.Equal(
            ["delete bound", "delete root", "create root", "create bound", "update loose"],
            Fixture.Calls("create", "update", "delete").Skip(3));
        Assert.Equal(3, Fixture.Carrier.Things.Count);
    }

    [Fact]
    public async Task FailedReplacement_LeavesTheOldResourceAsItWas()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "here" }));
        Fixture.Carrier.Before = (method, _) => method is "create" ? throw FakeCarrier.Failure(Grpc.Core.StatusCode.ResourceExhausted, "no room there") : Task.CompletedTask;

        var up = await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["place"] = "there" }));

        Assert.False(up.Succeeded);
        Assert.Equal("id-1", Fixture.Engine.Load().Find("one")!.Id);
        Assert.Equal("here", Fixture.Carrier.Things["id-1"].Properties.Fields["place"].StringValue);
    }

    [Fact]
    public async Task OldResource_ThatCouldNotBeDeleted_IsDeletedByTheNextUp()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "here" }));
        Fixture.Carrier.Before = (method, _) => method is "delete" ? throw FakeCarrier.Failure(Grpc.Core.StatusCode.Unavailable, "try later") : Task.CompletedTask;
        var failed = await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["place"] = "there" }));
        Fixture.Carrier.Before = (_, _) => Task.CompletedTask;

        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "there" }));

        Assert.False(failed.Succeeded);
        Assert.Contains(failed.Checkpoint.Resources, r => r is { Id: "id-1", Delete: true });
        Assert.Contains(up.Steps, s => s.Op == StepOp.DeleteReplaced);
        Assert.Equal(["id-2"], Fixture.Carrier.Things.Keys);
    }

    [Fact]
    public async Task FailedCreate_AfterDeleteBeforeReplace_IsRetriedByTheNextUp()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["firm"] = "old" }));
        Fixture.Carrier.Before = (method, _) => method is "create" ? throw FakeCarrier.Failure(Grpc.Core.StatusCode.Unavailable, "try later") : Task.CompletedTask;
        var failed = await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["firm"] = "new" }));
        Fixture.Carrier.Before = (_, _) => Task.CompletedTask;

        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["firm"] = "new" }));

        Assert.True(failed.Checkpoint.Resources.Single(r => r.Type == EngineFixture.Thing).PendingReplacement);
        Assert.Equal("id-2", Fixture.Engine.Load().Find("one")!.Id);
        Assert.Single(Fixture.Calls("delete"));
    }

    [Fact]
    public async Task A_targeted_replacement_replaces_what_has_not_changed_and_leaves_all_else()
    {
        var before = await Fixture.UpAsync(EngineFixture.Things(("one", []), ("two", new() { ["size"] = 1 })));

        var up = await Fixture.UpAsync(EngineFixture.Things(("one", []), ("two", new() { ["size"] = 2 })), new() { Replaces = [before.StepOf("one").Urn.ToString()] });

        Assert.Equal(StepOp.Replace, up.StepOf("one").Op);
        Assert.Equal(["create one", "delete one"], Fixture.Calls("create", "update", "delete").Skip(2));
        Assert.Equal(1, Fixture.Engine.Load().Find("two")!.Inputs["size"].AsNumber);
    }

    [Fact]
    public async Task The_program_can_ask_for_a_replacement_where_the_provider_would_update()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 1 }));

        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 2 }, new() { ReplaceOnChanges = ["size"] }));

        Assert.Equal(StepOp.Replace, up.StepOf("one").Op);
        Assert.Equal(ChangeKind.UpdateReplace, Assert.Single(up.StepOf("one").Changes).Kind);
    }

    [Fact]
    public async Task A_protected_resource_is_neither_replaced_nor_deleted()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "here" }, new() { Protect = true }));

        var replace = await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["place"] = "there" }, new() { Protect = true }));
        var destroy = await Fixture.Engine.DestroyAsync();

        Assert.False(replace.Succeeded);
        Assert.False(destroy.Succeeded);
        Assert.Equal(["create one"], Fixture.Calls("create", "delete"));
    }

    [Fact]
    public async Task A_retained_resource_is_forgotten_and_stays_with_the_carrier()
    {
        await Fixture.UpAsync(EngineFixture.OneThing([], new() { RetainOnDelete = true }));

        var up = await Fixture.UpAsync(EngineFixture.Things());

        Assert.Equal(StepOp.Forget, up.StepOf("one").Op);
        Assert.Empty(Fixture.Calls("delete"));
        Assert.Equal(["id-1"], Fixture.Carrier.Things.Keys);
    }

    [Fact]
    public async Task DeletedWith_IsNotDeletedByItself()
    {
        await Fixture.UpAsync(async (program, _) =>
        {
            var owner = await program.RegisterAsync(EngineFixture.Thing, "owner", []);
            await program.RegisterAsync(EngineFixture.Thing, "part", [], new() { DeletedWith = owner });
        });

        await Fixture.Engine.DestroyAsync();

        Assert.Equal(["delete owner"], Fixture.Calls("delete"));
        Assert.Empty(Fixture.Engine.Load().Resources);
    }
}
