using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>A provider behind its gRPC door.</summary>
internal sealed class PluginServer : IAsyncDisposable
{
    private readonly CancelSwitch _cancel = new();
    private readonly EngineLog _log;
    private readonly Deployment _deployment;
    private readonly GrpcServer _server;

    /// <summary>Connects a provider's parts. It does not listen yet.</summary>
    public PluginServer(ProviderDefinition definition, PluginOptions options)
    {
        var defects = new DefectReport(options.Diagnostics);
        var secrets = new SecretTexts();
        _log = new EngineLog(secrets, TimeProvider.System);
        _deployment = new Deployment(definition.Configuration);
        var registry = new ProviderRegistry(definition, options.Environment, options.TimeProvider);
        var calls = new CallRunner(new FailureTranslation(definition, secrets, defects), _log, _cancel, secrets, _deployment, options.TimeProvider);
        var service = new ProviderService(registry, calls, _log, _deployment, _cancel, options.TimeProvider);
        _server = new GrpcServer(new GrpcServerOptions { UnhandledException = defects.Write }, methods => ResourceProvider.BindService(methods, service));
    }

    /// <summary>Sends log messages to this engine.</summary>
    public void ConnectTo(string engineAddress)
    {
        _deployment.Attach(engineAddress);
        _log.Connect(engineAddress);
    }

    /// <summary>Listens on loopback.</summary>
    /// <returns>The port.</returns>
    public Task<int> StartAsync(CancellationToken cancellationToken) => _server.StartAsync(cancellationToken);

    /// <summary>Tells everything under way to end and waits for it, so that what was reached is still answered.</summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _cancel.CancelAsync();
        await _server.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _log.DisposeAsync();
        _cancel.Dispose();
    }
}
