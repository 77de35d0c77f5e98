using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Lifecycle;

public sealed class FailureTests
{
    private const string Canary = "canary-7d1f";

    [Theory]
    [InlineData(FailureKind.InvalidArgument, StatusCode.InvalidArgument)]
    [InlineData(FailureKind.NotFound, StatusCode.NotFound)]
    [InlineData(FailureKind.AlreadyExists, StatusCode.AlreadyExists)]
    [InlineData(FailureKind.PermissionDenied, StatusCode.PermissionDenied)]
    [InlineData(FailureKind.Unauthenticated, StatusCode.Unauthenticated)]
    [InlineData(FailureKind.ResourceExhausted, StatusCode.ResourceExhausted)]
    [InlineData(FailureKind.FailedPrecondition, StatusCode.FailedPrecondition)]
    [InlineData(FailureKind.Unavailable, StatusCode.Unavailable)]
    [InlineData(FailureKind.DeadlineExceeded, StatusCode.DeadlineExceeded)]
    [InlineData(FailureKind.Cancelled, StatusCode.Cancelled)]
    [InlineData(FailureKind.Unimplemented, StatusCode.Unimplemented)]
    [InlineData(FailureKind.Internal, StatusCode.Internal)]
    [InlineData(FailureKind.Unknown, StatusCode.DataLoss)]
    public async Task A_failure_has_its_true_status_and_its_own_words(FailureKind kind, StatusCode code)
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (_, _) => throw new ResourceException(kind, "The wood is wet.");

        var status = await FailAsync(plugin);

        Assert.Equal(new Status(code, "The wood is wet."), status);
    }

    [Fact]
    public async Task Exceptions_of_the_providers_own_kind_are_put_into_its_words()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (_, _) => throw new WorkshopException("closed");

        Assert.Equal(new Status(StatusCode.Unavailable, "The workshop says: closed"), await FailAsync(plugin));
    }

    [Fact]
    public async Task A_defect_says_where_but_never_what_it_held()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (_, _) => throw new InvalidOperationException(Canary);

        var status = await FailAsync(plugin);

        Assert.Equal(StatusCode.Internal, status.StatusCode);
        Assert.Contains("Internal error in the fake provider while creating fake:index:Box 'box' (InvalidOperationException)", status.Detail, StringComparison.Ordinal);
        Assert.Contains(nameof(InvalidOperationException), plugin.Diagnostics.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, status.Detail + plugin.Diagnostics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_call_hurts_no_other()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (_, _) => throw new InvalidOperationException();

        await FailAsync(plugin);

        Assert.Equal("1.2.3", (await plugin.Client.GetPluginInfoAsync(new Google.Protobuf.WellKnownTypes.Empty())).Version);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_ended()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = async (request, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, request.Context.TimeProvider, token);
            throw new InvalidOperationException();
        };

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await plugin.Client.CreateAsync(new CreateRequest { Urn = BoxUrn(), Properties = Properties(), Timeout = 0.05 }));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Cancel_ends_what_is_under_way_and_lets_it_save_what_it_reached()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var begun = new TaskCompletionSource();
        plugin.Boxes.Create = async (request, token) =>
        {
            var ended = new TaskCompletionSource();
            await using var registration = token.Register(ended.SetResult);
            begun.SetResult();
            await ended.Task;
            return new PulumiNumbers.Plugin.Authoring.Outcome<BoxState>("box-1", BoxState.From(request.Inputs, 1))
            {
                Problems = ["Interrupted after half of it."],
            };
        };

        var call = plugin.Client.CreateAsync(new CreateRequest { Urn = BoxUrn(), Properties = Properties() });
        await begun.Task;
        await plugin.Client.CancelAsync(new Google.Protobuf.WellKnownTypes.Empty());

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal("Interrupted after half of it.", failure.Status.Detail);
    }

    [Fact]
    public async Task A_plugin_whose_engine_cancelled_everything_serves_the_next_engine()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (request, token) =>
        {
            token.ThrowIfCancellationRequested();
            return Task.FromResult(new PulumiNumbers.Plugin.Authoring.Outcome<BoxState>("box-1", BoxState.From(request.Inputs, 1)));
        };

        await plugin.Client.CancelAsync(new Google.Protobuf.WellKnownTypes.Empty());
        Assert.Equal(StatusCode.Cancelled, (await FailAsync(plugin)).StatusCode);
        await plugin.Client.AttachAsync(new PluginAttach());

        Assert.Equal("box-1", (await plugin.Client.CreateAsync(new CreateRequest { Urn = BoxUrn(), Properties = Properties() })).Id);
    }

    [Fact]
    public async Task An_operation_without_an_id_is_a_defect()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (request, _) =>
            Task.FromResult(new PulumiNumbers.Plugin.Authoring.Outcome<BoxState>("", BoxState.From(request.Inputs, 1)));

        Assert.Equal(StatusCode.Internal, (await FailAsync(plugin)).StatusCode);
    }

    private static async Task<Status> FailAsync(FakePlugin plugin) => (await Assert.ThrowsAsync<RpcException>(
        async () => await plugin.Client.CreateAsync(
            new CreateRequest { Urn = BoxUrn(), Properties = Properties(("combination", Secret(Canary))) }))).Status;
}
