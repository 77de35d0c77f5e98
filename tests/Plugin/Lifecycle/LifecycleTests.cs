using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Lifecycle;

public sealed class LifecycleTests
{
    [Fact]
    public async Task A_created_resource_has_an_id_and_its_state()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.CreateAsync(
            new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Properties(("label", Text("x")), ("tags", Texts("b", "a"))) });

        Assert.Equal("box-1", response.Id);
        Assert.Equal(
            Properties(
                ("label", Text("x")),
                ("shade", Text("Light")),
                ("watertight", Flag(false)),
                ("tags", Texts("b", "a")),
                ("created", Text("2026-01-02T03:04:05Z")),
                ("revision", Number(1))),
            response.Properties);
        Assert.False(response.RefreshBeforeUpdate);
    }

    [Fact]
    public async Task The_author_sees_typed_inputs_and_the_resources_name()
    {
        await using var plugin = await FakePlugin.StartAsync();
        PulumiNumbers.Plugin.Authoring.CreateRequest<BoxArgs>? seen = null;
        plugin.Boxes.Create = (request, _) =>
        {
            seen = request;
            return Task.FromResult(new Outcome<BoxState>("id", BoxState.From(request.Inputs, 1)));
        };

        var response = await plugin.Client.CreateAsync(new Pulumirpc.CreateRequest
        {
            Urn = BoxUrn("my::box"),
            Timeout = 60,
            Properties = Properties(
                ("shade", Text("very-dark")),
                ("capacity", Number(5)),
                ("weight", Number(1.5)),
                ("tags", Texts("A")),
                ("steps", Texts("two", "one")),
                ("compartments", Members(("left", Texts("x", "X")))),
                ("lid", Members(("material", Text("oak")), ("thickness", Number(3)))),
                ("combination", Secret("1-2-3"))),
        });

        Assert.False(response.RefreshBeforeUpdate);
        Assert.NotNull(seen);
        Assert.Equal("my::box", seen.Name);
        Assert.Equal("fake:index:Box", seen.Context.Type);
        Assert.Equal("tests", seen.Urn.Project);
        Assert.Equal("dev", seen.Urn.Stack);
        Assert.Equal(TimeSpan.FromSeconds(60), seen.Context.Timeout);
        Assert.Equal(Shade.VeryDark, seen.Inputs.Shade);
        Assert.Equal(5, seen.Inputs.Capacity);
        Assert.Equal(1.5, seen.Inputs.Weight);
        Assert.Equal([new Tag("a")], seen.Inputs.Tags);
        Assert.Equal(["two", "one"], seen.Inputs.Steps);
        Assert.Equal([new Tag("x")], seen.Inputs.Compartments!["left"]);
        Assert.Equal(new Lid { Material = "oak", Thickness = 3 }, seen.Inputs.Lid);
        Assert.Equal("1-2-3", seen.Inputs.Combination);
        Assert.Null(seen.Inputs.Owner);
    }

    [Fact]
    public async Task An_update_brings_old_and_new()
    {
        await using var plugin = await FakePlugin.StartAsync();
        UpdateRequest<BoxArgs, BoxState>? seen = null;
        plugin.Boxes.Update = (request, _) =>
        {
            seen = request;
            return Task.FromResult(new Outcome<BoxState>(request.Id, BoxState.From(request.Inputs, request.State.Revision + 1)));
        };

        var response = await plugin.Client.UpdateAsync(new UpdateRequest
        {
            Urn = BoxUrn(),
            Id = "box-7",
            Olds = Properties(("capacity", Number(2)), ("revision", Number(4)), ("created", Text("then"))),
            OldInputs = Properties(("capacity", Number(1))),
            News = Properties(("capacity", Number(3))),
        });

        Assert.NotNull(seen);
        Assert.Equal("box-7", seen.Id);
        Assert.Equal((1, 2, 3), (seen.PriorInputs.Capacity, seen.State.Capacity, seen.Inputs.Capacity));
        Assert.Equal(Number(5), response.Properties.Fields["revision"]);
    }

    [Fact]
    public async Task A_state_of_another_version_is_read_as_far_as_it_goes()
    {
        await using var plugin = await FakePlugin.StartAsync();
        DeleteRequest<BoxArgs, BoxState>? seen = null;
        plugin.Boxes.Delete = (request, _) =>
        {
            seen = request;
            return Task.CompletedTask;
        };

        await plugin.Client.DeleteAsync(new DeleteRequest
        {
            Urn = BoxUrn(),
            Id = "box-1",
            Properties = Properties(("capacity", Text("many")), ("gone", Flag(true)), ("tags", Texts("ok", "not ok!")), ("label", Text("x"))),
        });

        Assert.NotNull(seen);
        Assert.Equal("x", seen.State.Label);
        Assert.Null(seen.State.Capacity);
        Assert.Equal([new Tag("ok")], seen.State.Tags);
        Assert.Equal("", seen.State.Created);
    }

    [Fact]
    public async Task A_refresh_answers_what_was_found()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Read = (request, _) => Task.FromResult<ReadOutcome<BoxArgs, BoxState>?>(
            new ReadOutcome<BoxArgs, BoxState>(request.Id, request.Inputs! with { Capacity = 9 }, request.State! with { Capacity = 9 }));
        var state = Properties(("capacity", Number(1)), ("created", Text("then")), ("revision", Number(1)));

        var response = await plugin.Client.ReadAsync(
            new ReadRequest { Urn = BoxUrn(), Id = "box-1", Properties = state, Inputs = Properties(("capacity", Number(1))) });

        Assert.Equal("box-1", response.Id);
        Assert.Equal(Properties(("capacity", Number(9))), response.Inputs);
        Assert.Equal(Number(9), response.Properties.Fields["capacity"]);
        Assert.False(response.RefreshBeforeUpdate);
    }

    [Fact]
    public async Task Read_AfterDrift_KeepsThePositionsOfWhatStayed()
    {
        await using var plugin = await FakePlugin.StartAsync();
        string[] before = ["e", "d", "c", "b", "a"];
        await AssertReadAsync(["e", "d", "c", "b", "a"], ["e", "d", "c", "b", "a"]);
        await AssertReadAsync(["e", "d", "x", "b", "a"], ["a", "b", "d", "e", "x"]);
        await AssertReadAsync(["e", "d", "c", "b", "a", "x", "y"], ["a", "b", "c", "d", "e", "x", "y"]);
        await AssertReadAsync(["e", "a", "c", "b"], ["a", "b", "c", "e"]);
        await AssertReadAsync([], []);

        async Task AssertReadAsync(string[] expected, string[] found)
        {
            var tags = found.Select(text => new Tag(text)).ToHashSet();
            plugin.Boxes.Read = (request, _) => Task.FromResult<ReadOutcome<BoxArgs, BoxState>?>(
                new ReadOutcome<BoxArgs, BoxState>(request.Id, request.Inputs! with { Tags = tags }, request.State! with { Tags = tags }));
            var state = Properties(("tags", Texts(before)), ("created", Text("then")), ("revision", Number(1)));

            var read = await plugin.Client.ReadAsync(
                new ReadRequest { Urn = BoxUrn(), Id = "box-1", Properties = state, Inputs = Properties(("tags", Texts(before))) });

            Assert.Equal(Texts(expected), read.Properties.Fields["tags"]);
            Assert.Equal(Texts(expected), read.Inputs.Fields["tags"]);
        }
    }

    [Fact]
    public async Task Import_LeavesEmptyOptionalCollectionsOut()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var args = new BoxArgs { Label = "x", Steps = [], Compartments = new Dictionary<string, IReadOnlySet<Tag>>(StringComparer.Ordinal) };
        plugin.Boxes.Read = (_, _) => Task.FromResult<ReadOutcome<BoxArgs, BoxState>?>(
            new ReadOutcome<BoxArgs, BoxState>("box-1", args, BoxState.From(args, 1)));

        var read = await plugin.Client.ReadAsync(new ReadRequest { Urn = BoxUrn(), Id = "box-1" });

        Assert.Equal(["label"], read.Inputs.Fields.Keys);
    }

    [Fact]
    public async Task A_resource_that_is_gone_has_no_id()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Read = (_, _) => Task.FromResult<ReadOutcome<BoxArgs, BoxState>?>(null);

        var response = await plugin.Client.ReadAsync(new ReadRequest { Urn = BoxUrn(), Id = "box-1", Properties = Properties(("label", Text("x"))) });

        Assert.Equal("", response.Id);
        Assert.Null(response.Properties);
    }

    [Fact]
    public async Task An_import_knows_nothing_but_the_id_and_shows_no_diff_afterwards()
    {
        await using var plugin = await FakePlugin.StartAsync();
        ReadRequest<BoxArgs, BoxState>? seen = null;
        var args = new BoxArgs { Label = "found", Shade = Shade.VeryDark, Watertight = true };
        plugin.Boxes.Read = (request, _) =>
        {
            seen = request;
            return Task.FromResult<ReadOutcome<BoxArgs, BoxState>?>(
                new ReadOutcome<BoxArgs, BoxState>("canonical", args, BoxState.From(args, 3)));
        };

        var read = await plugin.Client.ReadAsync(new ReadRequest { Urn = BoxUrn(), Id = " typed " });
        var check = await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), Olds = read.Inputs, News = read.Inputs });
        var diff = await plugin.Client.DiffAsync(
            new DiffRequest { Urn = BoxUrn(), Id = read.Id, Olds = read.Properties, OldInputs = read.Inputs, News = check.Inputs });

        Assert.NotNull(seen);
        Assert.True(seen.IsImport);
        Assert.Equal(" typed ", seen.Id);
        Assert.Equal("canonical", read.Id);
        Assert.Equal(
            Properties(("label", Text("found")), ("shade", Text("very-dark")), ("watertight", Flag(true))), read.Inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }
}
