using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Rpc;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Lifecycle;

public sealed class PartialSuccessTests
{
    [Fact]
    public async Task A_creation_that_came_part_of_the_way_is_saved()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (request, _) => Task.FromResult(
            new Outcome<BoxState>("box-1", BoxState.From(request.Inputs with { Tags = new HashSet<Tag> { new("a") } }, 1))
            {
                Problems = ["The tag b does not stick.", "The tag c neither."],
            });

        var failure = await FailAsync(async () => await plugin.Client.CreateAsync(new Pulumirpc.CreateRequest
        {
            Urn = BoxUrn(),
            Properties = Properties(("label", Secret("x")), ("tags", Texts("a", "b", "c"))),
        }));

        Assert.Equal("box-1", failure.Id);
        Assert.Equal(["The tag b does not stick.", "The tag c neither."], failure.Reasons);
        Assert.Equal(Texts("a"), failure.Properties.Fields["tags"]);
        Assert.Equal(Secret("x"), failure.Properties.Fields["label"]);
        Assert.Equal(Texts("a", "b", "c"), failure.Inputs.Fields["tags"]);
        Assert.False(failure.RefreshBeforeUpdate);
    }

    [Fact]
    public async Task An_update_that_came_part_of_the_way_is_saved()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Update = (request, _) => Task.FromResult(
            new Outcome<BoxState>(request.Id, request.State with { Revision = 2 }) { Problems = ["It is too heavy to lift."] });

        var failure = await FailAsync(async () => await plugin.Client.UpdateAsync(new UpdateRequest
        {
            Urn = BoxUrn(),
            Id = "box-1",
            Olds = Properties(("capacity", Number(1)), ("created", Text("then")), ("revision", Number(1))),
            News = Properties(("capacity", Number(2))),
        }));

        Assert.Equal("box-1", failure.Id);
        Assert.Equal(Number(1), failure.Properties.Fields["capacity"]);
        Assert.Equal(["It is too heavy to lift."], failure.Reasons);
    }

    [Fact]
    public async Task A_resource_found_unhealthy_says_so()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Read = (request, _) => Task.FromResult<ReadOutcome<BoxArgs, BoxState>?>(
            new ReadOutcome<BoxArgs, BoxState>(request.Id, request.Inputs!, request.State!) { Problems = ["It leaks."] });

        var failure = await FailAsync(async () => await plugin.Client.ReadAsync(new ReadRequest
        {
            Urn = BoxUrn(),
            Id = "box-1",
            Inputs = Properties(("owner", Secret("you"))),
            Properties = Properties(("owner", Secret("you")), ("created", Text("then")), ("revision", Number(1))),
        }));

        Assert.Equal(["It leaks."], failure.Reasons);
        Assert.Equal(Properties(("owner", Secret("you"))), failure.Inputs);
        Assert.Equal(Secret("you"), failure.Properties.Fields["owner"]);
    }

    [Fact]
    public async Task Ten_thousand_elements_are_saved_too()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var tags = Enumerable.Range(0, 10_000).Select(i => $"tag{i:00000}").ToArray();
        plugin.Boxes.Create = (request, _) => Task.FromResult(
            new Outcome<BoxState>("box-1", BoxState.From(request.Inputs, 1)) { Problems = ["One is missing."] });

        var failure = await FailAsync(async () => await plugin.Client.CreateAsync(
            new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Properties(("tags", Texts(tags))) }));

        Assert.Equal(Texts(tags), failure.Properties.Fields["tags"]);
    }

    private static async Task<ErrorResourceInitFailed> FailAsync(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        Assert.True(exception.TryGetDetail<ErrorResourceInitFailed>(out var detail));
        return detail;
    }
}
