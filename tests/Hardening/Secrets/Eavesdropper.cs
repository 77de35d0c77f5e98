using System.Collections.Concurrent;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;

namespace PulumiNumbers.Tests.Hardening.Secrets;

/// <summary>Hears all that a deployment says and shows, and looks at the command line of every plugin.</summary>
internal sealed class Eavesdropper : EngineListener
{
    private readonly ConcurrentQueue<string> _messages = [];
    private readonly ConcurrentQueue<string> _shown = [];

    /// <summary>What was said: the engine's and the plugin's messages, status lines, and the plugin's standard output and error.</summary>
    public IReadOnlyCollection<string> Messages => _messages;

    /// <summary>What steps and previews show of properties.</summary>
    public IReadOnlyCollection<string> Shown => _shown;

    /// <summary>The plugins' command lines.</summary>
    public ConcurrentQueue<string> CommandLines { get; } = [];

    public override void Said(Diagnostic diagnostic) => _messages.Enqueue(diagnostic.Message);

    public override void StepFinished(Step step) => _shown.Enqueue(string.Join('\n', step.Changes));

    public override void StepFailed(Step step) => StepFinished(step);

    public override void PluginStarted(string package, int? processId)
    {
        if (processId is { } process && OperatingSystem.IsLinux())
            CommandLines.Enqueue(File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' '));
    }

    /// <summary>Keeps what a result shows beyond what was heard.</summary>
    public void Read(DeploymentResult result)
    {
        foreach (var step in result.Steps.Concat(result.Drift).Concat(result.Failed))
            StepFinished(step);
    }
}
