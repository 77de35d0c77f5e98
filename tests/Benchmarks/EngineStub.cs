using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Benchmarks;

/// <summary>An engine that plugins find alive and send their log to.</summary>
internal sealed class EngineStub : Pulumirpc.Engine.EngineBase, IAsyncDisposable
{
    private readonly GrpcServer _server;

    private EngineStub() => _server = new GrpcServer(new GrpcServerOptions(), methods => Pulumirpc.Engine.BindService(methods, this));

    public string Address => "127.0.0.1:" + _server.Port.ToString(CultureInfo.InvariantCulture);

    public static async Task<EngineStub> StartAsync(CancellationToken cancellationToken)
    {
        var engine = new EngineStub();
        await engine._server.StartAsync(cancellationToken);
        return engine;
    }

    public override Task<Empty> Log(LogRequest request, ServerCallContext context) => Task.FromResult(new Empty());

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
