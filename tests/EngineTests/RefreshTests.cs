using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Projects;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class RefreshTests : EngineTestBase
{
    [Fact]
    public async Task Drift_is_found_told_by_property_and_saved()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 3 }));
        Bench.World.Things["id-1"].Properties.Fields["size"] = Value.ForNumber(5);

        var refresh = await Bench.Engine.RefreshAsync();

        var step = Assert.Single(refresh.Drift);
        Assert.Equal(StepOp.Update, step.Op);
        Assert.Equal(new PropertyChange("size", ChangeKind.Update, 3, 5), Assert.Single(step.Changes));
        Assert.Equal(5, Bench.Engine.Load().Find("one")!.Outputs["size"].AsNumber);
    }

    [Fact]
    public async Task Drift_of_a_set_is_told_element_by_element_from_the_carriers_side()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["tags"] = PropertyValue.Of(["a", "b"]) }));
        Bench.World.Things["id-1"].Properties.Fields["tags"] = Value.ForList(Value.ForString("b"), Value.ForString("c"));

        var refresh = await Bench.Engine.RefreshAsync(preview: true);

        Assert.True(refresh.HasChanges);
        Assert.Equal([new("tags[0]", ChangeKind.Delete, "a", null), new("tags[1]", ChangeKind.Add, null, "c")], Assert.Single(refresh.Drift).Changes);
    }

    [Fact]
    public async Task A_refresh_without_drift_has_no_changes()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 3 }));

        var refresh = await Bench.Engine.RefreshAsync();

        Assert.True(refresh.Succeeded);
        Assert.False(refresh.HasChanges);
    }

    [Fact]
    public async Task What_is_gone_leaves_the_state_and_the_next_up_creates_it_again()
    {
        await Bench.UpAsync(TestBench.OneThing([]));
        Bench.World.Things.Clear();

        var refresh = await Bench.Engine.RefreshAsync();
        var up = await Bench.UpAsync(TestBench.OneThing([]));

        Assert.Equal(StepOp.Delete, Assert.Single(refresh.Drift).Op);
        Assert.Null(refresh.Checkpoint.Find("one"));
        Assert.Equal(StepOp.Create, up.StepOf("one").Op);
    }

    [Fact]
    public async Task A_preview_with_refresh_plans_against_what_was_found_and_saves_nothing()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 3 }));
        Bench.World.Things["id-1"].Properties.Fields["size"] = Value.ForNumber(5);

        var preview = await Bench.Engine.PreviewAsync(TestBench.OneThing(new() { ["size"] = 3 }), new() { Refresh = true });

        Assert.True(preview.HasChanges);
        Assert.Equal(new PropertyChange("size", ChangeKind.Update, 5, 3), Assert.Single(preview.StepOf("one").Changes));
        Assert.Equal(3, Bench.Engine.Load().Find("one")!.Outputs["size"].AsNumber);
    }

    [Fact]
    public async Task A_resource_that_asks_for_it_is_read_before_a_plain_up()
    {
        Bench.World.RefreshBeforeUpdate = true;
        await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 3 }));
        Bench.World.Things["id-1"].Properties.Fields["size"] = Value.ForNumber(5);

        var up = await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 3 }));

        Assert.Equal(StepOp.Update, up.StepOf("one").Op);
        Assert.Equal(3, Bench.World.Things["id-1"].Properties.Fields["size"].NumberValue);
    }

    [Fact]
    public async Task It_is_read_when_the_program_registers_it_by_the_provider_that_then_manages_it()
    {
        Bench.World.RefreshBeforeUpdate = true;
        await Bench.UpAsync(TestBench.Things(("first", []), ("second", [])));
        Bench.World.Calls.Clear();
        string? configured = null;
        Bench.World.Before = (method, _) =>
        {
            if (method is "read")
                configured = Bench.World.Configuration!.Fields["token"].StringValue;
            return Task.CompletedTask;
        };
        Bench.Options = Bench.Options with { Config = new Dictionary<string, ConfigValue>(StringComparer.Ordinal) { ["fake:token"] = "new" } };

        await Bench.UpAsync(TestBench.Things(("first", []), ("second", [])));

        Assert.Equal("new", configured);
        Assert.Equal(["read first", "check first", "read second", "check second"], Bench.Calls("read", "check"));
    }

    [Fact]
    public async Task After_a_refresh_a_changed_configuration_is_in_force()
    {
        await Bench.UpAsync(TestBench.OneThing([]));
        Bench.Options = Bench.Options with { Config = new Dictionary<string, ConfigValue>(StringComparer.Ordinal) { ["fake:token"] = "new" } };

        await Bench.UpAsync(TestBench.OneThing([]), new() { Refresh = true });

        Assert.Equal("new", Bench.World.Configuration!.Fields["token"].StringValue);
    }

    [Fact]
    public async Task What_the_program_dropped_is_not_read_before_it_is_deleted()
    {
        Bench.World.RefreshBeforeUpdate = true;
        await Bench.UpAsync(TestBench.Things(("kept", []), ("dropped", [])));
        Bench.World.Calls.Clear();

        await Bench.UpAsync(TestBench.Things(("kept", [])));

        Assert.Equal(["read kept", "delete dropped"], Bench.Calls("read", "delete"));
    }

    [Fact]
    public async Task One_that_asks_for_it_and_is_gone_is_created_again()
    {
        Bench.World.RefreshBeforeUpdate = true;
        await Bench.UpAsync(TestBench.OneThing([]));
        Bench.World.Things.Clear();

        var up = await Bench.UpAsync(TestBench.OneThing([]));

        Assert.Equal(StepOp.Create, up.StepOf("one").Op);
        Assert.Equal(StepOp.Delete, Assert.Single(up.Drift).Op);
        Assert.Equal("id-2", Assert.Single(Bench.World.Things).Key);
    }

    [Fact]
    public async Task One_that_asks_for_it_and_cannot_be_read_keeps_its_state_and_fails_the_up()
    {
        Bench.World.RefreshBeforeUpdate = true;
        await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 3 }));
        Bench.World.Before = (method, _) => method is "read" ? throw FakeWorld.Failure(Grpc.Core.StatusCode.Unavailable, "carrier is down") : Task.CompletedTask;

        var up = await Bench.Engine.UpAsync(TestBench.OneThing(new() { ["size"] = 4 }));

        Assert.Equal(["carrier is down"], up.Errors);
        Assert.Equal(3, Bench.Engine.Load().Find("one")!.Outputs["size"].AsNumber);
    }

    [Fact]
    public async Task Nothing_refers_to_one_that_is_gone_and_cannot_be_created_again()
    {
        Bench.World.RefreshBeforeUpdate = true;
        var program = TestBench.Program(async context =>
        {
            var owner = await context.RegisterAsync(TestBench.Thing, "owner", []);
            await context.RegisterAsync(TestBench.Thing, "guest", [], new() { DependsOn = [owner] });
        });
        await Bench.UpAsync(program);
        Bench.World.Things.Remove("id-1", out _);
        Bench.World.Before = (method, _) => method is "create" ? throw FakeWorld.Failure(Grpc.Core.StatusCode.Unavailable, "carrier is down") : Task.CompletedTask;

        await Bench.Engine.UpAsync(program);

        Assert.Null(Bench.Engine.Load().Find("owner"));
        Assert.Empty(Bench.Engine.Load().Find("guest")!.Dependencies);
    }

    [Fact]
    public async Task One_that_cannot_be_read_fails_the_refresh_and_the_others_are_read_all_the_same()
    {
        await Bench.UpAsync(TestBench.Things(("bad", []), ("good", new() { ["size"] = 1 })));
        Bench.World.Things["id-2"].Properties.Fields["size"] = Value.ForNumber(2);
        Bench.World.Before = (method, name) => (method, name) is ("read", "bad") ? throw FakeWorld.Failure(Grpc.Core.StatusCode.Unavailable, "carrier is down") : Task.CompletedTask;

        var refresh = await Bench.Engine.RefreshAsync();

        Assert.False(refresh.Succeeded);
        Assert.Contains("carrier is down", refresh.Errors);
        Assert.Equal(2, Bench.Engine.Load().Find("good")!.Outputs["size"].AsNumber);
        Assert.NotNull(Bench.Engine.Load().Find("bad"));
    }
}
