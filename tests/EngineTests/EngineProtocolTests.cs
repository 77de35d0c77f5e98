using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary>How the engine starts plugins and words what they say of inputs, as Pulumi's does.</summary>
public sealed class EngineProtocolTests : EngineTestBase
{
    [Fact]
    public async Task EachProviderResource_HasAPluginOfItsOwn_WithTheSameEngine_AndThePreviewAnother()
    {
        var program = TestBench.Program(async context =>
        {
            var mine = await context.RegisterAsync("pulumi:providers:fake", "mine", new() { ["key"] = "a" });
            var theirs = await context.RegisterAsync("pulumi:providers:fake", "theirs", new() { ["key"] = "b" });
            await context.RegisterAsync(TestBench.Thing, "one", []);
            await context.RegisterAsync(TestBench.Thing, "two", [], new() { Provider = mine });
            await context.RegisterAsync(TestBench.Thing, "three", [], new() { Provider = theirs });
        });

        await Bench.Engine.PreviewAsync(program);
        await Bench.UpAsync(program);

        var addresses = Bench.World.Handshakes.GroupBy(handshake => handshake.EngineAddress).Select(group => group.Count());
        Assert.Equal([3, 3], addresses);
    }

    [Fact]
    public async Task Handshake_NamesEngineAndFolders()
    {
        Bench.Options = Bench.Options with { ProjectFolder = "/a/project", ProgramFolder = "/a/project/program" };

        await Bench.UpAsync(TestBench.OneThing([]));

        var handshake = Assert.Single(Bench.World.Handshakes);
        Assert.Equal(("/a/project", "/a/project/program"), (handshake.RootDirectory, handshake.ProgramDirectory));
        Assert.True(handshake is { ConfigureWithUrn: true, InvokeWithPreview: true, SupportsRefreshBeforeUpdate: true });
        Assert.StartsWith("127.0.0.1:", handshake.EngineAddress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailedCheck_PrintsTheValueThatItsPathNames_EvenIfItIsSecret()
    {
        var up = await Bench.Engine.UpAsync(TestBench.OneThing(new() { ["wrong"] = PropertyValue.Secret("hunter2") }));

        Assert.Contains("{&{{hunter2}}}", Assert.Single(up.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refresh")]
    [InlineData("preview")]
    public async Task Drift_FailsWhereNoChangesAreExpected(string how)
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 1 }));
        var thing = Bench.World.Things["id-1"];
        thing.Properties = thing.Properties.Clone();
        thing.Properties.Fields["size"] = Google.Protobuf.WellKnownTypes.Value.ForNumber(9);

        var result = how is "refresh"
            ? await Bench.Engine.RefreshAsync(preview: true)
            : await Bench.Engine.PreviewAsync(TestBench.OneThing(new() { ["size"] = 1 }), new() { Refresh = true });

        Assert.True(result is { Succeeded: true, HasChanges: true });
        Assert.Equal("size", Assert.Single(result.Drift.SelectMany(step => step.Changes)).Path);
        Assert.Equal(1, Bench.Engine.Load().Find("one")!.Outputs["size"].AsNumber);
    }
}
