using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Events;

/// <summary>Hears what a deployment does while it does it. Called from many threads, one call at a time.</summary>
public interface IEngineListener
{
    /// <summary>A step begins.</summary>
    void StepStarted(Step step);

    /// <summary>A step has ended and is saved.</summary>
    void StepFinished(Step step);

    /// <summary>A step has failed; why was said as a diagnostic.</summary>
    void StepFailed(Step step);

    /// <summary>Somebody says something.</summary>
    void Said(Diagnostic diagnostic);

    /// <summary>A plugin runs, as the process of that id; null where it runs elsewhere.</summary>
    void PluginStarted(string package, int? processId);
}

/// <summary>A listener that hears nothing, to derive from.</summary>
public class EngineListener : IEngineListener
{
    /// <inheritdoc/>
    public virtual void StepStarted(Step step)
    {
    }

    /// <inheritdoc/>
    public virtual void StepFinished(Step step)
    {
    }

    /// <inheritdoc/>
    public virtual void StepFailed(Step step)
    {
    }

    /// <inheritdoc/>
    public virtual void Said(Diagnostic diagnostic)
    {
    }

    /// <inheritdoc/>
    public virtual void PluginStarted(string package, int? processId)
    {
    }
}

/// <summary>Something that the engine, the program or a provider says.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="Urn">The resource that it is about, if it is about one.</param>
/// <param name="Message">The text.</param>
/// <param name="IsStatus">A passing line about progress, of interest only while the resource is being worked on.</param>
public sealed record Diagnostic(Severity Severity, Urn? Urn, string Message, bool IsStatus = false);

/// <summary>How grave a diagnostic is.</summary>
public enum Severity
{
    /// <summary>For those who look for a fault.</summary>
    Debug,

    /// <summary>Good to know.</summary>
    Info,

    /// <summary>To be looked at.</summary>
    Warning,

    /// <summary>Fails the deployment.</summary>
    Error,
}
