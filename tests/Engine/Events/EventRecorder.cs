using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Events;

/// <summary>Keeps what a deployment did and said, and passes it on to a listener, one event at a time.</summary>
internal sealed class EventRecorder(IEngineListener listener)
{
    private readonly Lock _lock = new();
    private readonly List<Step> _finished = [];
    private readonly List<Step> _failed = [];
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Whether an error was said or a step failed.</summary>
    public bool HasErrors
    {
        get
        {
            lock (_lock)
                return _failed.Count > 0 || _diagnostics.Exists(d => d.Severity == Severity.Error);
        }
    }

    public IReadOnlyList<Step> Finished
    {
        get
        {
            lock (_lock)
                return [.. _finished];
        }
    }

    public IReadOnlyList<Step> Failed
    {
        get
        {
            lock (_lock)
                return [.. _failed];
        }
    }

    public IReadOnlyList<Diagnostic> Diagnostics
    {
        get
        {
            lock (_lock)
                return [.. _diagnostics];
        }
    }

    public void StepStarted(Step step)
    {
        lock (_lock)
            listener.StepStarted(step);
    }

    public void StepFinished(Step step)
    {
        lock (_lock)
        {
            _finished.Add(step);
            listener.StepFinished(step);
        }
    }

    public void StepFailed(Step step)
    {
        lock (_lock)
        {
            _failed.Add(step);
            listener.StepFailed(step);
        }
    }

    public void PluginStarted(string package, int? processId)
    {
        lock (_lock)
            listener.PluginStarted(package, processId);
    }

    public void Say(Severity severity, Urn? urn, string message) => Say(new Diagnostic(severity, urn, message));

    public void Say(Diagnostic diagnostic)
    {
        lock (_lock)
        {
            _diagnostics.Add(diagnostic);
            listener.Said(diagnostic);
        }
    }
}
