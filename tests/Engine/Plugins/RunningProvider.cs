using Grpc.Net.Client;
using PulumiNumbers.Rpc.Client;
using Pulumirpc;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>A plugin with the connection to it.</summary>
internal sealed class RunningProvider : IAsyncDisposable
{
    private readonly IPlugin _plugin;
    private readonly GrpcChannel _channel;

    private RunningProvider(IPlugin plugin, EngineOptions engine)
    {
        _plugin = plugin;
        _channel = PlaintextChannel.ForAddress(plugin.Address);
        Client = new ProviderClient(new ResourceProvider.ResourceProviderClient(_channel), engine, plugin.Kill);
    }

    public ProviderClient Client { get; }

    public int? ProcessId => _plugin.ProcessId;

    public static async Task<RunningProvider> StartAsync(
        EngineOptions engine, string package, string engineAddress, Action<string> output, CancellationToken cancellationToken)
    {
        var running = new RunningProvider(await engine.Plugins.LaunchAsync(package, engineAddress, output, cancellationToken), engine);
        try
        {
            await running.Client.HandshakeAsync(engineAddress, running._plugin.NeedsAttach, cancellationToken);
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _plugin.DisposeAsync();
    }
}
