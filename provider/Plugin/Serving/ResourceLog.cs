using PulumiNumbers.Plugin.Authoring;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Writes to the engine's log beside one resource.</summary>
internal sealed class ResourceLog(EngineLog engine, Urn urn) : IResourceLog
{
    /// <inheritdoc/>
    public void Debug(string message) => Write(LogSeverity.Debug, message);

    /// <inheritdoc/>
    public void Info(string message) => Write(LogSeverity.Info, message);

    /// <inheritdoc/>
    public void Warning(string message) => Write(LogSeverity.Warning, message);

    /// <inheritdoc/>
    public void Error(string message) => Write(LogSeverity.Error, message);

    /// <inheritdoc/>
    public void Status(string message) => Write(LogSeverity.Info, message, ephemeral: true);

    private void Write(LogSeverity severity, string message, bool ephemeral = false) =>
        engine.Write(new LogRequest { Severity = severity, Message = message, Urn = urn.ToString(), Ephemeral = ephemeral });
}
