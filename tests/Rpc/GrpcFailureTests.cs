using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc.Client;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class GrpcFailureTests
{
    [Fact]
    public async Task UnexpectedException_IsUnknown_WithoutItsText_AndServerKeepsServing()
    {
        var reported = new ConcurrentQueue<(string Method, Exception Exception)>();
        await using var pair = await RpcPair.StartAsync(
            new FakeProvider { OnCheck = (_, _) => throw new InvalidOperationException("password hunter2") },
            new GrpcServerOptions { UnhandledException = (method, exception) => reported.Enqueue((method, exception)) });

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await pair.Client.CheckAsync(new CheckRequest()));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Contains("InvalidOperationException", failure.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        var (method, exception) = Assert.Single(reported);
        Assert.Equal(RawHttpClient.Check, method);
        Assert.Equal("password hunter2", exception.Message);
        Assert.Equal("1.2.3", (await pair.Client.GetPluginInfoAsync(new Empty())).Version);
    }

    [Fact]
    public async Task UnexpectedException_InAServerStream_IsUnknown_WithoutItsText()
    {
        var reported = new ConcurrentQueue<Exception>();
        await using var pair = await RpcPair.StartAsync(
            new FakeProvider { OnList = (_, _, _) => throw new InvalidOperationException("password hunter2") },
            new GrpcServerOptions { UnhandledException = (_, exception) => reported.Enqueue(exception) });

        using var call = pair.Client.List(new ListRequest());
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        Assert.Equal("password hunter2", Assert.Single(reported).Message);
    }

    [Fact]
    public async Task BrokenServerStream_DeliversWhatWasWritten_ThenTheFailure()
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
    public async Task Metadata_TravelsBothWays_AsTextAndBytes()
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
    public async Task StatusSetByTheMethod_IsSent()
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
    public async Task ClosedPort_IsUnavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var channel = PlaintextChannel.ForAddress($"127.0.0.1:{port}");
        var client = new Engine.EngineClient(channel);

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await client.LogAsync(new LogRequest()));

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task PeerThatClosesTheConnection_IsUnavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var channel = PlaintextChannel.ForAddress($"http://{listener.LocalEndpoint}");
        var client = new Engine.EngineClient(channel);

        using var end = new CancellationTokenSource();
        var closing = CloseEveryConnectionAsync(listener, end.Token);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await client.LogAsync(new LogRequest()));
        await end.CancelAsync();
        await closing;

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task TwoServices_OnOneServer_AreIndependent()
    {
        await using var server = new GrpcServer(
            new GrpcServerOptions(),
            methods => ResourceProvider.BindService(methods, new FakeProvider()),
            methods => Engine.BindService(methods, new SilentEngine()));
        using var channel = PlaintextChannel.ForAddress($"127.0.0.1:{await server.StartAsync(CancellationToken.None)}");

        Assert.Equal("1.2.3", (await new ResourceProvider.ResourceProviderClient(channel).GetPluginInfoAsync(new Empty())).Version);
        Assert.Equal(new Empty(), await new Engine.EngineClient(channel).LogAsync(new LogRequest()));
        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await new ResourceMonitor.ResourceMonitorClient(channel).SupportsFeatureAsync(new SupportsFeatureRequest()));
        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://127.0.0.1:1")]
    [InlineData("http://")]
    public void InvalidAddress_Throws(string address) =>
        Assert.ThrowsAny<ArgumentException>(() => PlaintextChannel.ForAddress(address));

    /// <summary>More than one: the client tries again where a connection ends before the request was read.</summary>
    private static async Task CloseEveryConnectionAsync(TcpListener listener, CancellationToken cancellationToken)
    {
        try
        {
            while (true)
                (await listener.AcceptTcpClientAsync(cancellationToken)).Close();
        }
        catch (OperationCanceledException)
        {
            // The test has its answer.
        }
    }

    private sealed class SilentEngine : Engine.EngineBase
    {
        public override Task<Empty> Log(LogRequest request, ServerCallContext context) => Task.FromResult(new Empty());
    }
}
