using PulumiNumbers.Emulator;
using PulumiNumbers.Engine.Events;

namespace PulumiNumbers.Tests.Lifecycle.Support;

/// <summary>How a bench is set up.</summary>
public sealed record BenchOptions
{
    /// <summary>The carriers.</summary>
    public EmulatorOptions Carriers { get; init; } = new();

    /// <summary>Configuration of the provider beside the carriers' addresses and credentials, without its namespace: <c>requestTimeout</c>.</summary>
    public IReadOnlyDictionary<string, string> Configuration { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Whether the plugin runs as a process of its own, as an engine starts it, instead of in the test's.</summary>
    public bool AsProcess { get; init; }

    /// <summary>The clock of a plugin that runs in the test's process: of its timeouts and of its waits.</summary>
    public TimeProvider PluginClock { get; init; } = TimeProvider.System;

    /// <summary>Hears what the engine does while it does it.</summary>
    public IEngineListener Listener { get; init; } = new EngineListener();

    /// <summary>How many operations on resources may be under way at once.</summary>
    public int Parallel { get; init; } = 16;
}
