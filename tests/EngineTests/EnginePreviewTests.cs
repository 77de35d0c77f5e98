using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class EnginePreviewTests : EngineTest
{
    [Fact]
    public async Task What_only_the_real_update_brings_is_unknown_and_passes_on_as_unknown()
    {
        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.Program(async program =>
        {
            var first = await program.RegisterAsync(EngineFixture.Thing, "first", new() { ["size"] = 1 });
            await program.RegisterAsync(EngineFixture.Thing, "second", new() { ["place"] = first["serial"] });
            program.Export("size", first["size"]);
        }));

        Assert.True(preview.Succeeded, string.Join('\n', preview.Errors));
        Assert.True(preview.StepOf("second").New!.Inputs["place"].IsUnknown);
        Assert.Equal(1, preview.Outputs["size"].AsNumber);
    }

    [Fact]
    public async Task A_function_of_something_unknown_is_not_called()
    {
        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.Program(async program =>
        {
            var first = await program.RegisterAsync(EngineFixture.Thing, "first", []);
            await program.InvokeAsync("fake:index:echo", new() { ["serial"] = first["serial"] });
        }));

        Assert.True(preview.Succeeded);
        Assert.Empty(Fixture.Calls("invoke"));
    }

    [Fact]
    public async Task A_provider_whose_configuration_is_not_known_yet_is_not_asked()
    {
        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.Program(async program =>
        {
            var first = await program.RegisterAsync(EngineFixture.Thing, "first", []);
            var provider = await program.RegisterAsync("pulumi:providers:fake", "mine", new() { ["token"] = first["serial"] });
            await program.RegisterAsync(EngineFixture.Thing, "second", new() { ["size"] = 1 }, new() { Provider = provider });
        }));

        Assert.True(preview.Succeeded, string.Join('\n', preview.Errors));
        Assert.Equal(StepOp.Create, preview.StepOf("second").Op);
        Assert.DoesNotContain("check second", Fixture.Carrier.Calls);
    }

    [Fact]
    public async Task A_preview_says_what_the_up_then_does()
    {
        await Fixture.UpAsync(EngineFixture.Things(("same", []), ("changed", new() { ["size"] = 1 }), ("replaced", new() { ["place"] = "a" }), ("gone", [])));
        StackProgram program = EngineFixture.Things(("same", []), ("changed", new() { ["size"] = 2 }), ("replaced", new() { ["place"] = "b" }), ("new", []));

        var preview = await Fixture.Engine.PreviewAsync(program);
        var up = await Fixture.UpAsync(program);

        // Deletions that do not depend on each other end in any order.
        Assert.Equal(preview.Steps.Select(s => $"{s.Op} {s.Urn}").Order(StringComparer.Ordinal), up.Steps.Select(s => $"{s.Op} {s.Urn}").Order(StringComparer.Ordinal));
    }
}
