using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Plugin.Fakes;

/// <summary>An engine that keeps what it is told.</summary>
public sealed class FakeEngine : Engine.EngineBase, IAsyncDisposable
{
    private readonly GrpcServer _server;
    private readonly ConcurrentQueue<LogRequest> _messages = new();

    private FakeEngine() => _server = new GrpcServer(new GrpcServerOptions(), methods => Engine.BindService(methods, this));

    public IReadOnlyList<LogRequest> Messages => [.. _messages];

    public string Address => $"127.0.0.1:{_server.Port}";

    public static async Task<FakeEngine> StartAsync()
    {
        var engine = new FakeEngine();
        await engine._server.StartAsync(CancellationToken.None);
        return engine;
    }

    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        _messages.Enqueue(request);
        return Task.FromResult(new Empty());
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
