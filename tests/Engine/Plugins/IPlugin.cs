namespace PulumiNumbers.Engine.Plugins;

/// <summary>A provider plugin that is running.</summary>
public interface IPlugin : IAsyncDisposable
{
    /// <summary>Where it serves, as <c>host:port</c>.</summary>
    string Address { get; }

    /// <summary>Its process, where it is one of ours.</summary>
    int? ProcessId { get; }

    /// <summary>Whether it must be told the engine's address by <c>Attach</c>, having been started by somebody else.</summary>
    bool NeedsAttach { get; }

    /// <summary>Ends it at once, in the middle of what it is doing. One that somebody else runs goes on.</summary>
    void Kill()
    {
    }
}
