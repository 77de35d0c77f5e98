using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Lifecycle;

public sealed class DeploymentParticipantTests
{
    private static readonly Google.Protobuf.WellKnownTypes.Struct State =
        Properties(("capacity", Number(1)), ("created", Text("then")), ("revision", Number(3)));

    [Fact]
    public async Task Check_Succeeds_DeclaresNormalizedInputs()
    {
        await using var plugin = await FakePlugin.StartAsync();

        await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties(("tags", Texts("B")), ("capacity", Unknown)) });

        var declaration = Assert.Single(plugin.Boxes.Declarations);
        Assert.Equal(BoxUrn(), declaration.Urn.Value);
        Assert.Equal([new Tag("b")], declaration.Inputs.Tags);
        Assert.False(declaration.IsKnown(args => args.Capacity));
    }

    [Fact]
    public async Task Check_Fails_DeclaresNothing()
    {
        await using var plugin = await FakePlugin.StartAsync();

        await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties(("weight", Number(2000))) });

        Assert.Empty(plugin.Boxes.Declarations);
    }

    [Fact]
    public async Task EveryOperation_IsObserved()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var news = Properties(("capacity", Number(2)));

        await plugin.Client.DiffAsync(new DiffRequest { Urn = BoxUrn(), Id = "box-1", Olds = State, OldInputs = State, News = news });
        await plugin.Client.ReadAsync(new ReadRequest { Urn = BoxUrn(), Id = "box-1", Properties = State, Inputs = State });
        await plugin.Client.CreateAsync(new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = news, Preview = true });
        await plugin.Client.CreateAsync(new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = news });
        await plugin.Client.UpdateAsync(new UpdateRequest { Urn = BoxUrn(), Id = "box-1", Olds = State, News = news, Preview = true });
        await plugin.Client.UpdateAsync(new UpdateRequest { Urn = BoxUrn(), Id = "box-1", Olds = State, News = news });
        await plugin.Client.DeleteAsync(new DeleteRequest { Urn = BoxUrn(), Id = "box-1", Properties = State });

        Assert.Equal(
            [
                (ObservationStage.Diffed, false, 3),
                (ObservationStage.Read, false, 3),
                (ObservationStage.Created, false, 1),
                (ObservationStage.Updated, true, 3),
                (ObservationStage.Updated, false, 4),
                (ObservationStage.DeleteStarted, false, 3),
                (ObservationStage.Deleted, false, 3),
            ],
            plugin.Boxes.Observations.Select(seen => (seen.Stage, seen.IsPreview, seen.State.Revision)));
        Assert.Equal(5, plugin.Boxes.Declarations.Count);
    }

    [Fact]
    public async Task Create_EndsWithProblems_IsObserved()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (request, _) =>
        {
            request.Checkpoint("box-9", BoxState.From(request.Inputs, 5));
            throw new WorkshopException("closed");
        };

        await Assert.ThrowsAnyAsync<Exception>(async () => await plugin.Client.CreateAsync(
            new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Properties(("label", Text("x"))) }));

        Assert.Equal(("box-9", 5), plugin.Boxes.Observations.Select(seen => (seen.Id, seen.State.Revision)).Single());
    }

    [Fact]
    public async Task Delete_Fails_IsNotObservedAsDeleted()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Delete = (_, _) => throw new WorkshopException("closed");

        await Assert.ThrowsAnyAsync<Exception>(async () =>
            await plugin.Client.DeleteAsync(new DeleteRequest { Urn = BoxUrn(), Id = "box-1", Properties = State }));

        Assert.Equal(ObservationStage.DeleteStarted, Assert.Single(plugin.Boxes.Observations).Stage);
    }

    [Fact]
    public async Task FirstUrn_AfterHandshake_ReportsTheDeploymentOnce()
    {
        await using var plugin = await FakePlugin.StartAsync();

        await plugin.Client.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = "127.0.0.1:9" });
        Assert.Empty(plugin.Configuration.Deployments);
        await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties() });
        await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn("other"), News = Properties() });

        var identity = Assert.Single(plugin.Configuration.Deployments);
        Assert.Equal(("127.0.0.1:9", "tests", "dev"), (identity.EngineAddress, identity.Project, identity.Stack));
        Assert.Equal(OperatingSystem.IsLinux(), identity.EngineProcessId > 0);
    }

    [Fact]
    public async Task AnotherEngineAttaches_ReportsAnotherDeployment()
    {
        await using var plugin = await FakePlugin.StartAsync();

        await plugin.Client.AttachAsync(new PluginAttach { Address = "127.0.0.1:9" });
        await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties() });
        await plugin.Client.AttachAsync(new PluginAttach { Address = "127.0.0.1:10" });
        await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties() });

        Assert.Equal(["127.0.0.1:9", "127.0.0.1:10"], plugin.Configuration.Deployments.Select(identity => identity.EngineAddress));
    }

    [Fact]
    public async Task Configure_BeforeAnyUrn_ReportsTheAddressFirst()
    {
        await using var plugin = await FakePlugin.StartAsync();

        await plugin.Client.AttachAsync(new PluginAttach { Address = "127.0.0.1:9" });
        await plugin.Client.ConfigureAsync(new Pulumirpc.ConfigureRequest { Args = Properties(("key", Text("k"))) });
        await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties() });

        Assert.Equal(["", "dev"], plugin.Configuration.Deployments.Select(identity => identity.Stack));
    }
}
