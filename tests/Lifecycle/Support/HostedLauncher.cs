using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Provider;

namespace PulumiNumbers.Tests.Lifecycle.Support;

/// <summary>Starts the plugin anew for every run, as an engine does, but inside the test's process: it listens, remembers and ends as its process would.</summary>
internal sealed class HostedLauncher(TimeProvider clock) : IPluginLauncher
{
    public async Task<IPlugin> LaunchAsync(string package, string engineAddress, Action<string> output, CancellationToken cancellationToken)
    {
        var server = new PluginServer(NumbersProvider.Define(), new PluginOptions { Environment = _ => null, TimeProvider = clock });
        server.ConnectTo(engineAddress);
        return new HostedPlugin(server, await server.StartAsync(cancellationToken));
    }
}
