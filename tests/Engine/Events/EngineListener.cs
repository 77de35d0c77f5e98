using PulumiNumbers.Engine.Planning;

namespace PulumiNumbers.Engine.Events;

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
