namespace PulumiNumbers.Plugin.Authoring;

/// <summary>
/// Says things to the user beside one resource. Calls return at once and never fail; messages arrive in the order in which they
/// were written, before the end of the operation that wrote them. Never write a secret.
/// </summary>
public interface IResourceLog
{
    /// <summary>Shown only where the user asks for debug output.</summary>
    void Debug(string message);

    /// <summary>Shown beneath the resource.</summary>
    void Info(string message);

    /// <summary>Shown beneath the resource, highlighted; the run goes on.</summary>
    void Warning(string message);

    /// <summary>Shown beneath the resource as an error, and fails the run at its end. Throw instead where the operation fails.</summary>
    void Error(string message);

    /// <summary>Replaces the resource's status line for the time being: progress such as <c>added 350/1000</c>.</summary>
    void Status(string message);
}

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
