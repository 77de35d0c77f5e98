using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class GrpcMessageSizeTests
{
    [Fact]
    public async Task ThousandConcurrentCalls_EachGetTheirOwnResponse()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());

        var calls = Enumerable.Range(0, 1000).Select(async index =>
            (await pair.Client.CreateAsync(new CreateRequest { Name = $"number-{index}" })).Id);
        var ids = await Task.WhenAll(calls);

        Assert.Equal(Enumerable.Range(0, 1000).Select(index => $"number-{index}"), ids, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    [InlineData(9 * 1024 * 1024)]
    [InlineData(50 * 1024 * 1024)]
    public async Task Message_OfAnySize_IsReturnedUnchanged(int bytes)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        var properties = new Struct { Fields = { ["text"] = Value.ForString(new string('7', bytes)) } };

        var response = await pair.Client.CreateAsync(new CreateRequest { Properties = properties });

        Assert.Equal(properties, response.Properties);
    }

    [Fact]
    public async Task ConcurrentLargeCalls_DoNotStarveEachOther()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        var properties = new Struct { Fields = { ["text"] = Value.ForString(new string('7', 3 * 1024 * 1024)) } };

        var calls = Enumerable.Range(0, 40).Select(async _ =>
            (await pair.Client.CheckAsync(new CheckRequest { News = properties })).Inputs.Fields["text"].StringValue.Length);

        Assert.All(await Task.WhenAll(calls), length => Assert.Equal(3 * 1024 * 1024, length));
    }

    [Fact]
    public async Task RequestAboveTheServersLimit_IsResourceExhausted()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider(), new GrpcServerOptions { MaxMessageBytes = 1000 });

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await pair.Client.CreateAsync(new CreateRequest { Name = new string('x', 20_000_000) }));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task ResponseAboveTheServersLimit_IsResourceExhausted()
    {
        await using var pair = await RpcPair.StartAsync(
            new FakeProvider { OnCreate = (_, _) => Task.FromResult(new CreateResponse { Id = new string('x', 2000) }) },
            new GrpcServerOptions { MaxMessageBytes = 1000 });

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Client.CreateAsync(new CreateRequest()));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Theory]
    [InlineData(5000, 10)]
    [InlineData(10, 5000)]
    public async Task ClientsLimit_HoldsInBothDirections(int requestBytes, int responseBytes)
    {
        await using var pair = await RpcPair.StartAsync(
            new FakeProvider { OnCreate = (_, _) => Task.FromResult(new CreateResponse { Id = new string('x', responseBytes) }) },
            clientMaxMessageBytes: 1000);

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await pair.Client.CreateAsync(new CreateRequest { Name = new string('x', requestBytes) }));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task FailureDetails_CarryTheStateOfTenThousandNumbers()
    {
        var numbers = Value.ForList([.. Enumerable.Range(0, 10_000).Select(index => Value.ForString($"4477009{index:00000}"))]);
        var state = new Struct { Fields = { ["numbers"] = numbers } };
        var detail = new ErrorResourceInitFailed { Id = "x", Properties = state, Inputs = state, Reasons = { "one of them failed" } };
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCreate = (_, _) => throw RichStatus.ToException(new Status(StatusCode.FailedPrecondition, "partial"), detail),
        });

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Client.CreateAsync(new CreateRequest()));

        Assert.True(failure.TryGetDetail<ErrorResourceInitFailed>(out var received));
        Assert.Equal(detail, received);
    }
}
