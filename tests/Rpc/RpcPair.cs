using Grpc.Net.Client;
using PulumiNumbers.Rpc.Client;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

/// <summary>A server with a provider behind it, and a client in front of it.</summary>
internal sealed class RpcPair : IAsyncDisposable
{
    private readonly GrpcServer _server;
    private readonly GrpcChannel _channel;

    private RpcPair(GrpcServer server, GrpcChannel channel)
    {
        _server = server;
        _channel = channel;
        Client = new ResourceProvider.ResourceProviderClient(channel);
    }

    public ResourceProvider.ResourceProviderClient Client { get; }

    public GrpcServer Server => _server;

    public static async Task<RpcPair> StartAsync(
        ResourceProvider.ResourceProviderBase provider,
        GrpcServerOptions? serverOptions = null,
        int clientMaxMessageBytes = 400 * 1024 * 1024)
    {
        var server = new GrpcServer(serverOptions ?? new GrpcServerOptions(), methods => ResourceProvider.BindService(methods, provider));
        var port = await server.StartAsync(CancellationToken.None);
        return new RpcPair(server, PlaintextChannel.ForAddress($"127.0.0.1:{port}", clientMaxMessageBytes));
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _server.DisposeAsync();
    }
}
