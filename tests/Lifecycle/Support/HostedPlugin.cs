using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Plugin.Serving;

namespace PulumiNumbers.Tests.Lifecycle.Support;

/// <summary>One life of the plugin inside the test's process.</summary>
internal sealed class HostedPlugin(PluginServer server, int port) : IPlugin
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    public string Address { get; } = $"127.0.0.1:{port}";

    public int? ProcessId => null;

    public bool NeedsAttach => false;

    public async ValueTask DisposeAsync()
    {
        using var grace = new CancellationTokenSource(Grace);
        await server.StopAsync(grace.Token);
        await server.DisposeAsync();
    }
}
