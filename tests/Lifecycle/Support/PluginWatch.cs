using System.Diagnostics;
using PulumiNumbers.Engine.Events;

namespace PulumiNumbers.Tests.Lifecycle.Support;

/// <summary>Holds on to the process of the plugin that was started last.</summary>
public sealed class PluginWatch : EngineListener, IDisposable
{
    private volatile Process? _plugin;

    /// <inheritdoc/>
    public override void PluginStarted(string package, int? processId)
    {
        _plugin?.Dispose();
        _plugin = Process.GetProcessById(processId ?? throw new InvalidOperationException("The plugin is no process of its own."));
    }

    /// <summary>Kills it without warning; one that has ended stays ended.</summary>
    public void Kill() => _plugin!.Kill();

    /// <inheritdoc/>
    public void Dispose() => _plugin?.Dispose();
}
