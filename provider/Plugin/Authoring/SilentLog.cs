namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Drops every message: for calls that no user watches.</summary>
public sealed class SilentLog : IResourceLog
{
    private SilentLog()
    {
    }

    /// <summary>The only instance.</summary>
    public static IResourceLog Instance { get; } = new SilentLog();

    /// <inheritdoc/>
    public void Debug(string message)
    {
    }

    /// <inheritdoc/>
    public void Info(string message)
    {
    }

    /// <inheritdoc/>
    public void Warning(string message)
    {
    }

    /// <inheritdoc/>
    public void Error(string message)
    {
    }

    /// <inheritdoc/>
    public void Status(string message)
    {
    }
}
