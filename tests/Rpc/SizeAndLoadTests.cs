using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc;
using PulumiNumbers.Rpc.Client;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class SizeAndLoadTests
{
    [Fact]
    public async Task A_thousand_calls_at_once_all_get_their_own_answer()
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
    public async Task A_message_comes_back_as_it_went(int bytes)
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        var properties = new Struct { Fields = { ["text"] = Value.ForString(new string('7', bytes)) } };

        var response = await pair.Client.CreateAsync(new CreateRequest { Properties = properties });

        Assert.Equal(properties, response.Properties);
    }

    [Fact]
    public async Task Many_large_calls_at_once_do_not_starve_each_other()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        var properties = new Struct { Fields = { ["text"] = Value.ForString(new string('7', 3 * 1024 * 1024)) } };

        var calls = Enumerable.Range(0, 40).Select(async _ =>
            (await pair.Client.CheckAsync(new CheckRequest { News = properties })).Inputs.Fields["text"].StringValue.Length);

        Assert.All(await Task.WhenAll(calls), length => Assert.Equal(3 * 1024 * 1024, length));
    }

    [Fact]
    public async Task A_request_beyond_the_servers_limit_names_both_sizes()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider(), new GrpcServerOptions { MaxMessageBytes = 1000 });

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await pair.Client.CreateAsync(new CreateRequest { Name = new string('x', 20_000_000) }));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
        Assert.Contains("20000005 bytes", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("1000 bytes", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_beyond_the_servers_limit_fails_before_it_is_sent()
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
    public async Task The_clients_limit_holds_in_both_directions(int requestBytes, int responseBytes)
    {
        await using var pair = await RpcPair.StartAsync(
            new FakeProvider { OnCreate = (_, _) => Task.FromResult(new CreateResponse { Id = new string('x', responseBytes) }) },
            channelOptions: new GrpcChannelOptions { MaxMessageBytes = 1000 });

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await pair.Client.CreateAsync(new CreateRequest { Name = new string('x', requestBytes) }));

        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task The_details_of_a_failure_may_carry_the_state_of_ten_thousand_numbers()
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
