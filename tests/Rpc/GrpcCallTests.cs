using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class GrpcCallTests
{
    [Fact]
    public async Task UnaryCall_ReturnsTheResponse()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());

        var info = await pair.Client.GetPluginInfoAsync(new Empty());

        Assert.Equal("1.2.3", info.Version);
    }

    [Fact]
    public async Task EmptyResponse_IsAResponse()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider { OnCheck = (_, _) => Task.FromResult(new CheckResponse()) });

        Assert.Equal(new CheckResponse(), await pair.Client.CheckAsync(new CheckRequest()));
    }

    [Fact]
    public async Task MethodWithoutOverride_IsUnimplemented_AndNamed()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Client.ConstructAsync(new ConstructRequest()));

        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
        Assert.Contains("Construct", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerStream_ArrivesInOrder()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnList = async (request, responses, context) =>
            {
                for (var index = 0; index < request.Limit; index++)
                    await responses.WriteAsync(new ListResponse { Result = new() { Id = $"id{index}" } }, context.CancellationToken);
            },
        });

        using var call = pair.Client.List(new ListRequest { Limit = 1000 });
        var ids = new List<string>();
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            ids.Add(response.Result.Id);

        Assert.Equal(Enumerable.Range(0, 1000).Select(index => $"id{index}"), ids, StringComparer.Ordinal);
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task EmptyServerStream_EndsWithOk()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());

        using var call = pair.Client.List(new ListRequest());

        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Failure_CarriesCodeMessageAndDetails()
    {
        const string Message = "100 % of 1 failed: ü\n☎";
        var detail = new ErrorResourceInitFailed { Id = "a1b2c3d4/pool", Reasons = { "447700900000: no such number subscription" } };
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCreate = (_, _) => throw RichStatus.ToException(new Status(StatusCode.FailedPrecondition, Message), detail),
        });

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Client.CreateAsync(new CreateRequest()));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Equal(Message, failure.Status.Detail);
        Assert.True(failure.TryGetDetail<ErrorResourceInitFailed>(out var received));
        Assert.Equal(detail, received);
        Assert.False(failure.TryGetDetail<ConfigureErrorMissingKeys>(out _));
        Assert.Equal("type.googleapis.com/pulumirpc.ErrorResourceInitFailed", failure.GetRpcStatus()!.Details.Single().TypeUrl);
    }

    [Fact]
    public void Details_ThatCannotBeRead_AreNone()
    {
        var failure = new RpcException(new Status(StatusCode.Unknown, ""), new Metadata { { "grpc-status-details-bin", [0xFF, 0xFF] } });

        Assert.False(failure.TryGetDetail<ErrorResourceInitFailed>(out _));
    }
}
