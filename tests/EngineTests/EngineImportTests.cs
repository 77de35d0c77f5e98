using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class EngineImportTests : EngineTest
{
    [Fact]
    public async Task An_imported_resource_shows_no_changes_when_the_program_describes_it()
    {
        Exists("theirs", size: 7);

        var import = await Fixture.Engine.ImportAsync(EngineFixture.Thing, "one", "theirs");
        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.OneThing(new() { ["size"] = 7, ["color"] = "red" }));

        Assert.True(import.Succeeded, string.Join('\n', import.Errors));
        Assert.True(import.Checkpoint.Find("one")!.Protect);
        Assert.Equal(7, import.StepOf("one").New!.Inputs["size"].AsNumber);
        Assert.False(preview.HasChanges);
    }

    [Fact]
    public async Task Import_OfWhatDoesNotExist_Fails()
    {
        var import = await Fixture.Engine.ImportAsync(EngineFixture.Thing, "one", "nothing");

        Assert.False(import.Succeeded);
        Assert.Equal("There is no fake:index:Thing with the id 'nothing' to import.", Assert.Single(import.Errors));
    }

    [Fact]
    public async Task The_import_option_adopts_a_resource_that_the_program_describes_as_it_is()
    {
        Exists("theirs", size: 7);

        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 7, ["color"] = "red" }, new() { Import = "theirs" }));
        var again = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 7, ["color"] = "red" }, new() { Import = "theirs" }));

        Assert.Contains(up.Steps, s => s.Op == StepOp.Import);
        Assert.False(again.HasChanges);
        Assert.Empty(Fixture.Calls("create", "update"));
    }

    [Fact]
    public async Task The_import_option_refuses_a_resource_that_it_would_change()
    {
        Exists("theirs", size: 7);

        var up = await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["size"] = 8, ["color"] = "red" }, new() { Import = "theirs" }));

        Assert.False(up.Succeeded);
        Assert.Contains("size: 7 => 8", Assert.Single(up.Errors), StringComparison.Ordinal);
        Assert.Empty(Fixture.Calls("create", "update"));
    }

    [Fact]
    public async Task ImportFile_WithOutputs_IsNotRead()
    {
        var entries = ImportEntry.ReadFile(
            """
            {"nameTable":{},"resources":[
              {"type":"fake:index:Thing","name":"known","id":"theirs","inputs":{"size":7,"color":"red"},"outputs":{"size":7,"color":"red","serial":"x"}},
              {"type":"fake:index:Thing","name":"read","id":"other"}]}
            """,
            Fixture.Options.Crypter);
        Exists("theirs", size: 7);
        Exists("other", size: 8);

        var import = await Fixture.Engine.ImportAsync(entries);
        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.Things(
            ("known", new() { ["size"] = 7, ["color"] = "red" }), ("read", new() { ["size"] = 8, ["color"] = "red" })));

        Assert.True(import.Succeeded, string.Join('\n', import.Errors));
        Assert.Equal(["read read"], Fixture.Calls("read"));
        Assert.Equal("x", import.Checkpoint.Find("known")!.Outputs["serial"].AsString);
        Assert.False(preview.HasChanges);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"resources":[{"type":"fake:index:Thing","name":"one"}]}""")]
    [InlineData("""{"resources":[{"type":"fake:index:Thing","name":"one","id":"x","parent":"nowhere"}]}""")]
    public void ImportFile_ThatLacksSomething_IsRejected(string text) =>
        Assert.Throws<EngineException>(() => ImportEntry.ReadFile(text, Fixture.Options.Crypter));

    private void Exists(string id, double size) => Fixture.Carrier.Things[id] = new FakeThing
    {
        Id = id,
        Type = EngineFixture.Thing,
        Properties = new Struct { Fields = { ["size"] = Value.ForNumber(size), ["color"] = Value.ForString("red"), ["serial"] = Value.ForString("serial of " + id) } },
    };
}
