using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc.Client;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class FailureTests
{
    [Fact]
    public async Task An_exception_that_escapes_is_unknown_keeps_its_words_to_itself_and_leaves_the_server_serving()
    {
        var heard = new ConcurrentQueue<(string Method, Exception Exception)>();
        await using var pair = await RpcPair.StartAsync(
            new FakeProvider { OnCheck = (_, _) => throw new InvalidOperationException("password hunter2") },
            new GrpcServerOptions { UnhandledException = (method, exception) => heard.Enqueue((method, exception)) });

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Client.CheckAsync(new CheckRequest()));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Contains("InvalidOperationException", failure.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        var (method, exception) = Assert.Single(heard);
        Assert.Equal(RawHttp.Check, method);
        Assert.Equal("password hunter2", exception.Message);
        Assert.Equal("1.2.3", (await pair.Client.GetPluginInfoAsync(new Empty())).Version);
    }

    [Fact]
    public async Task A_stream_that_breaks_off_brings_what_was_written_and_then_the_failure()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnList = async (_, responses, _) =>
            {
                await responses.WriteAsync(new ListResponse { Result = new() { Id = "first" } });
                throw new RpcException(new Status(StatusCode.Unavailable, "the carrier went away"));
            },
        });

        using var call = pair.Client.List(new ListRequest());
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.Equal("first", call.ResponseStream.Current.Result.Id);
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(new Status(StatusCode.Unavailable, "the carrier went away"), failure.Status);
        Assert.Equal(StatusCode.Unavailable, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task Metadata_travels_both_ways_text_and_bytes()
    {
        Metadata? received = null;
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = (_, context) =>
            {
                received = context.RequestHeaders;
                context.ResponseTrailers.Add("x-answer", "42");
                context.ResponseTrailers.Add("x-answer-bin", [4, 2]);
                return Task.FromResult(new CheckResponse());
            },
        });

        var call = pair.Client.CheckAsync(new CheckRequest(), new Metadata { { "X-Text", "a, b" }, { "x-data-bin", [0, 255, 1] } });
        await call;

        Assert.Equal("a, b", received!.GetValue("x-text"));
        Assert.Equal<byte[]>([0, 255, 1], received!.GetValueBytes("x-data-bin")!);
        Assert.Equal("42", call.GetTrailers().GetValue("x-answer"));
        Assert.Equal<byte[]>([4, 2], call.GetTrailers().GetValueBytes("x-answer-bin")!);
    }

    [Fact]
    public async Task A_status_that_the_method_sets_is_sent()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = (_, context) =>
            {
                context.Status = new Status(StatusCode.Aborted, "later");
                return Task.FromResult(new CheckResponse());
            },
        });

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Client.CheckAsync(new CheckRequest()));

        Assert.Equal(new Status(StatusCode.Aborted, "later"), failure.Status);
    }

    [Fact]
    public async Task Where_nobody_listens_the_server_is_unavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var channel = GrpcChannel.ForAddress($"127.0.0.1:{port}");
        var client = new Engine.EngineClient(channel);

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await client.LogAsync(new LogRequest()));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task A_peer_that_hangs_up_is_unavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var channel = GrpcChannel.ForAddress($"http://{listener.LocalEndpoint}");
        var client = new Engine.EngineClient(channel);

        var call = client.LogAsync(new LogRequest());
        (await listener.AcceptTcpClientAsync()).Close();
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task Two_services_on_one_server_do_not_mix()
    {
        await using var server = new GrpcServer(
            new GrpcServerOptions(),
            ResourceProvider.BindService(new FakeProvider()),
            Engine.BindService(new SilentEngine()));
        using var channel = GrpcChannel.ForAddress($"127.0.0.1:{await server.StartAsync(CancellationToken.None)}");

        Assert.Equal("1.2.3", (await new ResourceProvider.ResourceProviderClient(channel).GetPluginInfoAsync(new Empty())).Version);
        Assert.Equal(new Empty(), await new Engine.EngineClient(channel).LogAsync(new LogRequest()));
        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await new ResourceMonitor.ResourceMonitorClient(channel).SupportsFeatureAsync(new SupportsFeatureRequest()));
        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    [Fact]
    public void A_blocking_call_is_refused_by_name()
    {
        using var channel = GrpcChannel.ForAddress("127.0.0.1:1");

        var refusal = Assert.Throws<NotSupportedException>(() => new Engine.EngineClient(channel).Log(new LogRequest()));

        Assert.Contains("LogAsync", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://127.0.0.1:1")]
    [InlineData("http://")]
    public void An_address_that_is_none_is_refused(string address) =>
        Assert.ThrowsAny<ArgumentException>(() => GrpcChannel.ForAddress(address));

    private sealed class SilentEngine : Engine.EngineBase
    {
        public override Task<Empty> Log(LogRequest request, ServerCallContext context) => Task.FromResult(new Empty());
    }
}
