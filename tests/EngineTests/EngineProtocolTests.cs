using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary>How the engine starts plugins and reports what they say of inputs, as Pulumi's does.</summary>
public sealed class EngineProtocolTests : EngineTest
{
    [Fact]
    public async Task EachProviderResource_HasAPluginOfItsOwn_WithTheSameEngine_AndThePreviewAnother()
    {
        var program = EngineFixture.Program(async context =>
        {
            var mine = await context.RegisterAsync("pulumi:providers:fake", "mine", new() { ["key"] = "a" });
            var theirs = await context.RegisterAsync("pulumi:providers:fake", "theirs", new() { ["key"] = "b" });
            await context.RegisterAsync(EngineFixture.Thing, "one", []);
            await context.RegisterAsync(EngineFixture.Thing, "two", [], new() { Provider = mine });
            await context.RegisterAsync(EngineFixture.Thing, "three", [], new() { Provider = theirs });
        });

        await Fixture.Engine.PreviewAsync(program);
        await Fixture.UpAsync(program);

        var addresses = Fixture.Carrier.Handshakes.GroupBy(handshake => handshake.EngineAddress).Select(group => group.Count());
        Assert.Equal([3, 3], addresses);
    }

    [Fact]
    public async Task Handshake_NamesEngineAndFolders()
    {
        Fixture.Options = Fixture.Options with { ProjectFolder = "/a/project", ProgramFolder = "/a/project/program" };

        await Fixture.UpAsync(EngineFixture.OneThing([]));

        var handshake = Assert.Single(Fixture.Carrier.Handshakes);
        Assert.Equal(("/a/project", "/a/project/program"), (handshake.RootDirectory, handshake.ProgramDirectory));
        Assert.True(handshake is { ConfigureWithUrn: true, InvokeWithPreview: true, SupportsRefreshBeforeUpdate: true });
        Assert.StartsWith("127.0.0.1:", handshake.EngineAddress, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailedCheck_PrintsTheValueThatItsPathNames_EvenIfItIsSecret()
    {
        var up = await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["wrong"] = PropertyValue.Secret("hunter2") }));

        Assert.Contains("{&{{hunter2}}}", Assert.Single(up.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refresh")]
    [InlineData("preview")]
    public async Task Drift_FailsWhereNoChangesAreExpected(string how)
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 1 }));
        var thing = Fixture.Carrier.Things["id-1"];
        thing.Properties = thing.Properties.Clone();
        thing.Properties.Fields["size"] = Google.Protobuf.WellKnownTypes.Value.ForNumber(9);

        var result = how is "refresh"
            ? await Fixture.Engine.RefreshAsync(preview: true)
            : await Fixture.Engine.PreviewAsync(EngineFixture.OneThing(new() { ["size"] = 1 }), new() { Refresh = true });

        Assert.True(result is { Succeeded: true, HasChanges: true });
        Assert.Equal("size", Assert.Single(result.Drift.SelectMany(step => step.Changes)).Path);
        Assert.Equal(1, Fixture.Engine.Load().Find("one")!.Outputs["size"].AsNumber);
    }
}
