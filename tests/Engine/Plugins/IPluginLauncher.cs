namespace PulumiNumbers.Engine.Plugins;

/// <summary>Where plugins come from.</summary>
public interface IPluginLauncher
{
    /// <summary>Starts, or finds running, the plugin of a package.</summary>
    /// <param name="package">The package's name, such as <c>numbers</c>.</param>
    /// <param name="engineAddress">Where the plugin may log to.</param>
    /// <param name="output">Receives each line that the plugin prints after its port.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    /// <exception cref="EngineException">There is no such plugin, or it does not start.</exception>
    Task<IPlugin> LaunchAsync(string package, string engineAddress, Action<string> output, CancellationToken cancellationToken);
}
