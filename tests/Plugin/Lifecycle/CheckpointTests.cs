using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Rpc;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Lifecycle;

public sealed class CheckpointTests
{
    public static TheoryData<Exception> Exceptions => new(
        new ResourceException(FailureKind.Unavailable, "The lid cannot be reached."),
        new WorkshopException("closed"),
        new InvalidOperationException("internal"),
        new OperationCanceledException());

    [Theory, MemberData(nameof(Exceptions))]
    public async Task Create_ThrowsAfterCheckpoint_SavesTheRecordedState(Exception exception)
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (request, _) =>
        {
            request.Checkpoint("box-9", BoxState.From(request.Inputs, 1));
            request.Checkpoint("box-9", BoxState.From(request.Inputs, 2));
            throw exception;
        };

        var failure = await FailAsync(async () => await plugin.Client.CreateAsync(
            new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Properties(("label", Text("x"))) }));

        Assert.Equal("box-9", failure.Id);
        Assert.Equal(Number(2), failure.Properties.Fields["revision"]);
        Assert.Equal(Text("x"), failure.Inputs.Fields["label"]);
        Assert.Single(failure.Reasons);
    }

    [Fact]
    public async Task Update_ThrowsAfterCheckpoint_SavesTheRecordedState()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Update = (request, _) =>
        {
            request.Checkpoint(request.Id, request.State with { Revision = 7 });
            throw new WorkshopException("closed");
        };

        var failure = await FailAsync(async () => await plugin.Client.UpdateAsync(new UpdateRequest
        {
            Urn = BoxUrn(),
            Id = "box-1",
            Olds = Properties(("created", Text("then")), ("revision", Number(1))),
            News = Properties(("capacity", Number(2))),
        }));

        Assert.Equal(Number(7), failure.Properties.Fields["revision"]);
        Assert.Contains("closed", Assert.Single(failure.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_ThrowsBeforeCheckpoint_FailsWithoutState()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (_, _) => throw new WorkshopException("closed");

        var exception = await Assert.ThrowsAsync<RpcException>(async () => await plugin.Client.CreateAsync(
            new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Properties(("label", Text("x"))) }));

        Assert.Equal(StatusCode.Unavailable, exception.StatusCode);
        Assert.False(exception.TryGetDetail<ErrorResourceInitFailed>(out _));
    }

    private static async Task<ErrorResourceInitFailed> FailAsync(Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<RpcException>(call);
        Assert.True(exception.TryGetDetail<ErrorResourceInitFailed>(out var detail));
        return detail;
    }
}
