using PulumiNumbers.Engine.Planning;

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
