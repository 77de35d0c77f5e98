using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class CallTests
{
    [Fact]
    public async Task A_unary_call_returns_the_response()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());

        var info = await pair.Client.GetPluginInfoAsync(new Empty());

        Assert.Equal("1.2.3", info.Version);
    }

    [Fact]
    public async Task An_empty_response_is_a_response()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider { OnCheck = (_, _) => Task.FromResult(new CheckResponse()) });

        Assert.Equal(new CheckResponse(), await pair.Client.CheckAsync(new CheckRequest()));
    }

    [Fact]
    public async Task A_method_that_the_service_does_not_override_is_unimplemented()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Client.ConstructAsync(new ConstructRequest()));

        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
        Assert.Contains("Construct", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stream_arrives_message_by_message_and_in_order()
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
    public async Task An_empty_stream_ends_well()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());

        using var call = pair.Client.List(new ListRequest());

        Assert.False(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.False(await call.ResponseStream.MoveNext(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task A_failure_brings_its_code_words_and_details()
    {
        const string Words = "100 % of 1 failed: ü\n☎";
        var detail = new ErrorResourceInitFailed { Id = "a1b2c3d4/pool", Reasons = { "447700900000: no such number subscription" } };
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCreate = (_, _) => throw RichStatus.ToException(new Status(StatusCode.FailedPrecondition, Words), detail),
        });

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Client.CreateAsync(new CreateRequest()));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Equal(Words, failure.Status.Detail);
        Assert.True(failure.TryGetDetail<ErrorResourceInitFailed>(out var received));
        Assert.Equal(detail, received);
        Assert.False(failure.TryGetDetail<ConfigureErrorMissingKeys>(out _));
        Assert.Equal("type.googleapis.com/pulumirpc.ErrorResourceInitFailed", failure.GetRichStatus()!.Details.Single().TypeUrl);
    }
}
