using System.Globalization;
using Grpc.Core;
using PulumiNumbers.Rpc.Server;

namespace PulumiNumbers.Engine.Monitor;

/// <summary>A gRPC server of the engine's on a free port.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly GrpcServer _server;

    private EngineServer(GrpcServer server)
    {
        _server = server;
        Address = "127.0.0.1:" + server.Port.ToString(CultureInfo.InvariantCulture);
    }

    public string Address { get; }

    public static async Task<EngineServer> StartAsync(CancellationToken cancellationToken, params Action<ServiceBinderBase>[] services)
    {
        var server = new GrpcServer(new GrpcServerOptions(), services);
        await server.StartAsync(cancellationToken);
        return new(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
