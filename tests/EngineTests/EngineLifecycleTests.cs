using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class EngineLifecycleTests : EngineTest
{
    [Fact]
    public async Task FirstUp_CreatesAndSavesWhatTheProviderReturned()
    {
        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));

        Assert.Equal(StepOp.Create, up.StepOf("one").Op);
        var saved = Fixture.Engine.Load().Find("one")!;
        Assert.Equal("id-1", saved.Id);
        Assert.Equal(3, saved.Inputs["size"].AsNumber);
        Assert.Equal("blue", saved.Inputs["color"].AsString);
        Assert.Equal("serial of id-1", saved.Outputs["serial"].AsString);
    }

    [Fact]
    public async Task A_second_up_changes_nothing()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));

        var again = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));

        Assert.False(again.HasChanges);
        Assert.Single(Fixture.Calls("create", "update", "delete"));
    }

    [Fact]
    public async Task A_preview_says_what_would_be_done_and_does_nothing()
    {
        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));

        Assert.True(preview.Succeeded);
        Assert.True(preview.HasChanges);
        Assert.Equal(StepOp.Create, preview.StepOf("one").Op);
        Assert.Empty(Fixture.Calls("create"));
        Assert.Empty(Fixture.Engine.Load().Resources);
    }

    [Fact]
    public async Task ChangedProperty_UpdatesInPlace_AndIsReportedByPath()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));

        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 4 }));

        var change = Assert.Single(up.StepOf("one").Changes);
        Assert.Equal(StepOp.Update, up.StepOf("one").Op);
        Assert.Equal(new PropertyChange("size", ChangeKind.Update, 3, 4), change);
        Assert.Equal(4, Fixture.Engine.Load().Find("one")!.Outputs["size"].AsNumber);
    }

    [Fact]
    public async Task ChangedSet_IsReportedByElement()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["tags"] = PropertyValue.Of(["a", "b"]) }));

        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.OneThing(new() { ["tags"] = PropertyValue.Of(["b", "c", "d"]) }));

        Assert.Equal(
            [new("tags[0]", ChangeKind.Delete, "a", null), new("tags[1]", ChangeKind.Add, null, "c"), new("tags[2]", ChangeKind.Add, null, "d")],
            preview.StepOf("one").Changes);
    }

    [Fact]
    public async Task What_the_program_no_longer_registers_is_deleted_after_all_else_dependents_first()
    {
        await Fixture.UpAsync(async (program, _) =>
        {
            var first = await program.RegisterAsync(EngineFixture.Thing, "first", []);
            var second = await program.RegisterAsync(EngineFixture.Thing, "second", [], new() { DependsOn = [first] });
            await program.RegisterAsync(EngineFixture.Thing, "third", [], new() { DependsOn = [second] });
        });

        var up = await Fixture.UpAsync(EngineFixture.Things(("new", [])));

        Assert.Equal(["create new", "delete third", "delete second", "delete first"], Fixture.Calls("create", "delete").Skip(3));
        Assert.Equal(StepOp.Delete, up.StepOf("first").Op);
        Assert.Null(Fixture.Engine.Load().Find("first"));
    }

    [Fact]
    public async Task Destroy_deletes_everything_dependents_first_and_leaves_an_empty_state()
    {
        await Fixture.UpAsync(async (program, _) =>
        {
            var first = await program.RegisterAsync(EngineFixture.Thing, "first", []);
            await program.RegisterAsync(EngineFixture.Thing, "second", new() { ["size"] = 1 }, new() { PropertyDependencies = new Dictionary<string, RegisteredResource[]>(StringComparer.Ordinal) { ["size"] = [first] } });
        });

        var destroy = await Fixture.Engine.DestroyAsync();

        Assert.True(destroy.Succeeded);
        Assert.Equal(["delete second", "delete first"], Fixture.Calls("delete"));
        Assert.Empty(Fixture.Carrier.Things);
        Assert.Empty(Fixture.Engine.Load().Resources);
    }

    [Fact]
    public async Task Outputs_of_the_stack_are_kept()
    {
        await Fixture.UpAsync(async (program, _) =>
        {
            var thing = await program.RegisterAsync(EngineFixture.Thing, "one", []);
            program.Export("serial", thing["serial"]);
        });

        Assert.Equal("serial of id-1", Fixture.Engine.Load().Outputs["serial"].AsString);
    }

    [Fact]
    public async Task An_alias_keeps_a_renamed_resource()
    {
        var before = await Fixture.UpAsync(EngineFixture.Things(("old", [])));

        var up = await Fixture.UpAsync((program, _) => program.RegisterAsync(EngineFixture.Thing, "new", [], new() { Aliases = [before.StepOf("old").Urn] }));

        Assert.False(up.HasChanges);
        Assert.Equal("id-1", Fixture.Engine.Load().Find("new")!.Id);
        Assert.Null(Fixture.Engine.Load().Find("old"));
    }

    [Fact]
    public async Task Ignored_changes_are_not_carried_out()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));

        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 4 }, new() { IgnoreChanges = ["size"] }));

        Assert.False(up.HasChanges);
        Assert.Equal(3, Fixture.Engine.Load().Find("one")!.Inputs["size"].AsNumber);
    }

    [Fact]
    public async Task A_resource_can_be_looked_up_without_being_managed()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));
        PropertyValue? size = null;

        var program = EngineFixture.Program(async program => size = (await program.ReadAsync(EngineFixture.Thing, "looked-up", "id-1"))["size"]);
        var up = await Fixture.UpAsync(program);
        var destroy = await Fixture.Engine.DestroyAsync();

        Assert.Equal(3, size!.AsNumber);
        Assert.Equal(StepOp.Read, up.StepOf("looked-up").Op);
        Assert.True(destroy.Succeeded);
        Assert.Equal(StepOp.Forget, destroy.StepOf("looked-up").Op);
        Assert.Equal(["delete one"], Fixture.Calls("delete"));
    }

    [Fact]
    public async Task Two_resources_of_one_name_are_an_error()
    {
        var up = await Fixture.Engine.UpAsync(EngineFixture.Things(("twin", []), ("twin", [])));

        Assert.False(up.Succeeded);
        Assert.Contains(up.Errors, e => e.Contains("Duplicate resource URN", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Functions_are_called_with_their_arguments()
    {
        PropertyMap? answer = null;
        var program = EngineFixture.Program(async program => answer = await program.InvokeAsync("fake:index:echo", new() { ["word"] = "hello" }));

        await Fixture.UpAsync(program);

        Assert.Equal("hello", answer!["word"].AsString);
    }

    [Fact]
    public async Task A_targeted_up_changes_creates_and_deletes_nothing_but_its_targets()
    {
        var before = await Fixture.UpAsync(EngineFixture.Things(("one", new() { ["size"] = 1 }), ("two", new() { ["size"] = 1 }), ("old", [])));
        var program = EngineFixture.Things(("one", new() { ["size"] = 2 }), ("two", new() { ["size"] = 2 }), ("new", []));

        var up = await Fixture.UpAsync(program, new() { Targets = [before.StepOf("one").Urn.ToString()] });
        var all = await Fixture.UpAsync(program, new() { Targets = ["**::fake:index:Thing::*"] });

        Assert.Equal("one", Assert.Single(up.Steps, s => s.IsChange).Urn.Name);
        Assert.Equal(["create new", "delete old", "update two"], all.Steps.Where(s => s.IsChange).Select(s => $"{s.Op.ToString().ToLowerInvariant()} {s.Urn.Name}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_targeted_destroy_refuses_to_take_away_what_others_need()
    {
        var before = await Fixture.UpAsync(async (program, _) =>
        {
            var first = await program.RegisterAsync(EngineFixture.Thing, "first", []);
            await program.RegisterAsync(EngineFixture.Thing, "second", [], new() { DependsOn = [first] });
        });

        var destroy = await Fixture.Engine.DestroyAsync(deployment: new() { Targets = [before.StepOf("first").Urn.ToString()] });

        Assert.False(destroy.Succeeded);
        Assert.Empty(Fixture.Calls("delete"));
    }
}
