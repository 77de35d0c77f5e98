using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Projects;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class EngineRefreshTests : EngineTest
{
    [Fact]
    public async Task Drift_IsReportedByProperty_AndSaved()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));
        Fixture.Carrier.Things["id-1"].Properties.Fields["size"] = Value.ForNumber(5);

        var refresh = await Fixture.Engine.RefreshAsync();

        var step = Assert.Single(refresh.Drift);
        Assert.Equal(StepOp.Update, step.Op);
        Assert.Equal(new PropertyChange("size", ChangeKind.Update, 3, 5), Assert.Single(step.Changes));
        Assert.Equal(5, Fixture.Engine.Load().Find("one")!.Outputs["size"].AsNumber);
    }

    [Fact]
    public async Task DriftOfASet_IsReportedByElement()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["tags"] = PropertyValue.Of(["a", "b"]) }));
        Fixture.Carrier.Things["id-1"].Properties.Fields["tags"] = Value.ForList(Value.ForString("b"), Value.ForString("c"));

        var refresh = await Fixture.Engine.RefreshAsync(preview: true);

        Assert.True(refresh.HasChanges);
        Assert.Equal([new("tags[0]", ChangeKind.Delete, "a", null), new("tags[1]", ChangeKind.Add, null, "c")], Assert.Single(refresh.Drift).Changes);
    }

    [Fact]
    public async Task A_refresh_without_drift_has_no_changes()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));

        var refresh = await Fixture.Engine.RefreshAsync();

        Assert.True(refresh.Succeeded);
        Assert.False(refresh.HasChanges);
    }

    [Fact]
    public async Task What_is_gone_leaves_the_state_and_the_next_up_creates_it_again()
    {
        await Fixture.UpAsync(EngineFixture.OneThing([]));
        Fixture.Carrier.Things.Clear();

        var refresh = await Fixture.Engine.RefreshAsync();
        var up = await Fixture.UpAsync(EngineFixture.OneThing([]));

        Assert.Equal(StepOp.Delete, Assert.Single(refresh.Drift).Op);
        Assert.Null(refresh.Checkpoint.Find("one"));
        Assert.Equal(StepOp.Create, up.StepOf("one").Op);
    }

    [Fact]
    public async Task A_preview_with_refresh_plans_against_what_was_found_and_saves_nothing()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));
        Fixture.Carrier.Things["id-1"].Properties.Fields["size"] = Value.ForNumber(5);

        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.OneThing(new() { ["size"] = 3 }), new() { Refresh = true });

        Assert.True(preview.HasChanges);
        Assert.Equal(new PropertyChange("size", ChangeKind.Update, 5, 3), Assert.Single(preview.StepOf("one").Changes));
        Assert.Equal(3, Fixture.Engine.Load().Find("one")!.Outputs["size"].AsNumber);
    }

    [Fact]
    public async Task RefreshBeforeUpdate_ReadsBeforeAPlainUp()
    {
        Fixture.Carrier.RefreshBeforeUpdate = true;
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));
        Fixture.Carrier.Things["id-1"].Properties.Fields["size"] = Value.ForNumber(5);

        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));

        Assert.Equal(StepOp.Update, up.StepOf("one").Op);
        Assert.Equal(3, Fixture.Carrier.Things["id-1"].Properties.Fields["size"].NumberValue);
    }

    [Fact]
    public async Task RefreshBeforeUpdate_ReadsWithTheProgramsProvider()
    {
        Fixture.Carrier.RefreshBeforeUpdate = true;
        await Fixture.UpAsync(EngineFixture.Things(("first", []), ("second", [])));
        Fixture.Carrier.Calls.Clear();
        string? configured = null;
        Fixture.Carrier.Before = (method, _) =>
        {
            if (method is "read")
                configured = Fixture.Carrier.Configuration!.Fields["token"].StringValue;
            return Task.CompletedTask;
        };
        Fixture.Options = Fixture.Options with { Config = new Dictionary<string, ConfigValue>(StringComparer.Ordinal) { ["fake:token"] = "new" } };

        await Fixture.UpAsync(EngineFixture.Things(("first", []), ("second", [])));

        Assert.Equal("new", configured);
        Assert.Equal(["read first", "check first", "read second", "check second"], Fixture.Calls("read", "check"));
    }

    [Fact]
    public async Task After_a_refresh_a_changed_configuration_is_in_force()
    {
        await Fixture.UpAsync(EngineFixture.OneThing([]));
        Fixture.Options = Fixture.Options with { Config = new Dictionary<string, ConfigValue>(StringComparer.Ordinal) { ["fake:token"] = "new" } };

        await Fixture.UpAsync(EngineFixture.OneThing([]), new() { Refresh = true });

        Assert.Equal("new", Fixture.Carrier.Configuration!.Fields["token"].StringValue);
    }

    [Fact]
    public async Task What_the_program_dropped_is_not_read_before_it_is_deleted()
    {
        Fixture.Carrier.RefreshBeforeUpdate = true;
        await Fixture.UpAsync(EngineFixture.Things(("kept", []), ("dropped", [])));
        Fixture.Carrier.Calls.Clear();

        await Fixture.UpAsync(EngineFixture.Things(("kept", [])));

        Assert.Equal(["read kept", "delete dropped"], Fixture.Calls("read", "delete"));
    }

    [Fact]
    public async Task RefreshBeforeUpdate_WhereTheResourceIsGone_CreatesItAgain()
    {
        Fixture.Carrier.RefreshBeforeUpdate = true;
        await Fixture.UpAsync(EngineFixture.OneThing([]));
        Fixture.Carrier.Things.Clear();

        var up = await Fixture.UpAsync(EngineFixture.OneThing([]));

        Assert.Equal(StepOp.Create, up.StepOf("one").Op);
        Assert.Equal(StepOp.Delete, Assert.Single(up.Drift).Op);
        Assert.Equal("id-2", Assert.Single(Fixture.Carrier.Things).Key);
    }

    [Fact]
    public async Task RefreshBeforeUpdate_WhereTheReadFails_KeepsTheState_AndFails()
    {
        Fixture.Carrier.RefreshBeforeUpdate = true;
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));
        Fixture.Carrier.Before = (method, _) => method is "read" ? throw FakeCarrier.Failure(Grpc.Core.StatusCode.Unavailable, "carrier is down") : Task.CompletedTask;

        var up = await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["size"] = 4 }));

        Assert.Equal(["carrier is down"], up.Errors);
        Assert.Equal(3, Fixture.Engine.Load().Find("one")!.Outputs["size"].AsNumber);
    }

    [Fact]
    public async Task GoneResource_ThatIsNotRecreated_IsNoLongerReferredTo()
    {
        Fixture.Carrier.RefreshBeforeUpdate = true;
        var program = EngineFixture.Program(async context =>
        {
            var owner = await context.RegisterAsync(EngineFixture.Thing, "owner", []);
            await context.RegisterAsync(EngineFixture.Thing, "guest", [], new() { DependsOn = [owner] });
        });
        await Fixture.UpAsync(program);
        Fixture.Carrier.Things.Remove("id-1", out _);
        Fixture.Carrier.Before = (method, _) => method is "create" ? throw FakeCarrier.Failure(Grpc.Core.StatusCode.Unavailable, "carrier is down") : Task.CompletedTask;

        await Fixture.Engine.UpAsync(program);

        Assert.Null(Fixture.Engine.Load().Find("owner"));
        Assert.Empty(Fixture.Engine.Load().Find("guest")!.Dependencies);
    }

    [Fact]
    public async Task One_that_cannot_be_read_fails_the_refresh_and_the_others_are_read_all_the_same()
    {
        await Fixture.UpAsync(EngineFixture.Things(("bad", []), ("good", new() { ["size"] = 1 })));
        Fixture.Carrier.Things["id-2"].Properties.Fields["size"] = Value.ForNumber(2);
        Fixture.Carrier.Before = (method, name) => (method, name) is ("read", "bad") ? throw FakeCarrier.Failure(Grpc.Core.StatusCode.Unavailable, "carrier is down") : Task.CompletedTask;

        var refresh = await Fixture.Engine.RefreshAsync();

        Assert.False(refresh.Succeeded);
        Assert.Contains("carrier is down", refresh.Errors);
        Assert.Equal(2, Fixture.Engine.Load().Find("good")!.Outputs["size"].AsNumber);
        Assert.NotNull(Fixture.Engine.Load().Find("bad"));
    }
}
