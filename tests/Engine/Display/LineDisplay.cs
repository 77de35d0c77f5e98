using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using Spectre.Console;

namespace PulumiNumbers.Engine.Display;

/// <summary>Plain lines as things happen, for logs; then the report.</summary>
internal sealed class LineDisplay(IAnsiConsole console, ReportWriter report, OperationLabels labels, string stack) : EngineListener, IDisplay
{
    private bool _preview;

    public void Begin(bool preview)
    {
        _preview = preview;
        console.WriteLine($"{(preview ? labels.Previewing : labels.Doing)} ({stack})");
    }

    public override void StepStarted(Step step)
    {
        if (!_preview && !step.IsInternal && step.Urn.Type is not "pulumi:pulumi:Stack")
            Write(step, StepText.UnderWay(step));
    }

    public override void StepFinished(Step step)
    {
        if (!_preview && !step.IsInternal && step.IsChange)
            Write(step, StepText.Done(step, preview: false));
    }

    public override void StepFailed(Step step) => Write(step, StepText.UnderWay(step) + " failed");

    public override void Said(Diagnostic diagnostic)
    {
        if (diagnostic.IsStatus && diagnostic.Severity > Severity.Debug)
            console.WriteLine($"    {diagnostic.Urn?.Name}: {diagnostic.Message}");
    }

    public Task EndAsync(DeploymentResult result)
    {
        report.Write(result);
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void Write(Step step, string text) => console.WriteLine($" {StepText.Sign(step),-2} {step.Type} {step.Urn.Name} {text}");
}
