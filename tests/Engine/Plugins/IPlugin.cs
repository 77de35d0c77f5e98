namespace PulumiNumbers.Engine.Plugins;

/// <summary>A provider plugin that is running.</summary>
public interface IPlugin : IAsyncDisposable
{
    /// <summary>Where it serves, as <c>host:port</c>.</summary>
    string Address { get; }

    /// <summary>Its process, where it is one of ours.</summary>
    int? ProcessId { get; }

    /// <summary>Whether it gets the engine's address by <c>Attach</c>, having been started by somebody else.</summary>
    bool NeedsAttach { get; }

    /// <summary>Ends it at once, in the middle of what it is doing. One that somebody else runs goes on.</summary>
    void Kill()
    {
    }
}

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
