using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Rpc.Client;
using PulumiNumbers.Rpc.Values;
using Pulumirpc;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>
/// The providers of a deployment, one running plugin for each provider resource, by reference. It is also what manages provider resources: their
/// check is CheckConfig, their diff DiffConfig, and creating or updating one configures its plugin.
/// </summary>
internal sealed class ProviderRegistry(
    EngineOptions engine, string engineAddress, EventRecorder events, Func<ProviderReference, ResourceState?> saved) : IResourceManager, IAsyncDisposable
{
    private readonly ConcurrentDictionary<ProviderReference, Lazy<Task<IResourceManager>>> _configured = new();
    private readonly ConcurrentDictionary<Urn, Lazy<Task<RunningProvider>>> _unconfigured = new();
    private readonly ConcurrentBag<RunningProvider> _running = [];

    /// <summary>The id of a provider that only the real update will create.</summary>
    public static string UnknownId => UnknownSentinels.Any;

    /// <summary>The provider of that reference; one that this run did not touch is configured as the state has it.</summary>
    /// <exception cref="EngineException">Neither the run nor the state knows it.</exception>
    public Task<IResourceManager> GetAsync(ProviderReference reference, CancellationToken cancellationToken) =>
        _configured.GetOrAdd(reference, r => new(() => FromStateAsync(r, cancellationToken))).Value;

    /// <summary>Configures the provider of a resource's state, unless it is already.</summary>
    public Task UseAsync(ResourceState provider, CancellationToken cancellationToken) =>
        _configured.GetOrAdd(new ProviderReference(provider.Urn, provider.Id), _ => new(() => ConfigureAsync(provider, provider.Inputs, cancellationToken))).Value;

    /// <summary>The version that the plugin of a package says of itself.</summary>
    public async Task<string> VersionOfAsync(Urn provider, CancellationToken cancellationToken) =>
        await (await UnconfiguredAsync(provider, cancellationToken)).Client.VersionAsync(cancellationToken);

    public async Task<CheckResult> CheckAsync(Urn urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellationToken)
    {
        var provider = await UnconfiguredAsync(urn, cancellationToken);
        return await provider.Client.CheckConfigAsync(urn, olds, news, cancellationToken);
    }

    public async Task<DiffResult> DiffAsync(ResourceState old, PropertyMap news, IReadOnlyList<string> ignoreChanges, CancellationToken cancellationToken)
    {
        var provider = await UnconfiguredAsync(old.Urn, cancellationToken);
        return await provider.Client.DiffConfigAsync(old, news, cancellationToken);
    }

    public async Task<OperationResult> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellationToken)
    {
        var id = preview ? UnknownId : Guid.NewGuid().ToString();
        await UseAsync(planned with { Id = id }, cancellationToken);
        return new(id, planned.Inputs);
    }

    public Task<OperationResult?> ReadAsync(Urn urn, string id, PropertyMap? inputs, PropertyMap? outputs, CancellationToken cancellationToken) =>
        throw new ProviderException($"{urn.Name} is a provider, which cannot be read.");

    public async Task<OperationResult> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellationToken)
    {
        // A refresh before this has perhaps configured it as it was.
        var configured = new Lazy<Task<IResourceManager>>(() => ConfigureAsync(planned, planned.Inputs, cancellationToken));
        _configured[new ProviderReference(planned.Urn, old.Id)] = configured;
        await configured.Value;
        return new(old.Id, planned.Inputs);
    }

    public Task DeleteAsync(ResourceState state, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Asks every plugin to stop what it is doing.</summary>
    public Task CancelAsync(CancellationToken cancellationToken) => Task.WhenAll(_running.Select(r => r.Client.CancelAsync(cancellationToken)));

    public async ValueTask DisposeAsync() => await Task.WhenAll(_running.Select(async r => await r.DisposeAsync()));

    private Task<IResourceManager> FromStateAsync(ProviderReference reference, CancellationToken cancellationToken) =>
        saved(reference) is { } state
            ? ConfigureAsync(state, state.Inputs, cancellationToken)
            : throw new EngineException($"The provider {reference.Urn.Name} ({reference}) is neither in the program nor in the state.");

    private async Task<IResourceManager> ConfigureAsync(ResourceState provider, PropertyMap inputs, CancellationToken cancellationToken)
    {
        if (inputs.ContainsUnknowns)
            return new UnconfiguredProvider();
        // The instance that checked the configuration is the one to configure, unless an earlier version of the provider has taken it.
        var running = await (_unconfigured.TryRemove(provider.Urn, out var checkedOne) ? checkedOne.Value : StartAsync(provider.Urn, cancellationToken));
        try
        {
            await running.Client.ConfigureAsync(provider, inputs, cancellationToken);
        }
        catch (ProviderException e) when (MissingKeys.Explain(e) is { } explanation)
        {
            throw new ProviderException(explanation, e);
        }
        return running.Client;
    }

    private Task<RunningProvider> UnconfiguredAsync(Urn urn, CancellationToken cancellationToken) =>
        _unconfigured.GetOrAdd(urn, u => new(() => StartAsync(u, cancellationToken))).Value;

    private async Task<RunningProvider> StartAsync(Urn urn, CancellationToken cancellationToken)
    {
        var package = ResourceTypes.PackageOf(urn.Type);
        try
        {
            var running = await RunningProvider.StartAsync(engine, package, engineAddress, line => events.Say(Severity.Info, urn, line), cancellationToken);
            _running.Add(running);
            events.PluginStarted(package, running.ProcessId);
            return running;
        }
        catch (ProviderException e) when (e.Status == StatusCode.Unavailable)
        {
            throw new EngineException($"The plugin of '{package}' does not answer: {e.Message}", e);
        }
    }
}

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
