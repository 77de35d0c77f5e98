namespace PulumiNumbers.Engine.Plugins;

/// <summary>A plugin that somebody else runs, such as a test or a debugger; it is left running.</summary>
public sealed class AttachedPlugin(string address) : IPlugin
{
    /// <inheritdoc/>
    public string Address { get; } = address;

    /// <inheritdoc/>
    public int? ProcessId => null;

    /// <inheritdoc/>
    public bool NeedsAttach => true;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
