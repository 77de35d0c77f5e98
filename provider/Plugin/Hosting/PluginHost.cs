using PulumiNumbers.Plugin.Packaging;

namespace PulumiNumbers.Plugin.Hosting;

/// <summary>Runs a provider as an engine starts it.</summary>
public static class PluginHost
{
    /// <summary>
    /// Serves the provider on a loopback port, which it writes to standard output, until the engine or a signal ends it.
    /// </summary>
    /// <param name="definition">The provider.</param>
    /// <param name="args">The command line: flags, which are ignored, and last the engine's address, if there is one yet.</param>
    /// <param name="timeProvider">The clock that resources use.</param>
    /// <param name="cancellationToken">Ends the plugin as a signal does.</param>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(
        ProviderDefinition definition, IReadOnlyList<string> args, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(args);
        throw new NotSupportedException();
    }
}
