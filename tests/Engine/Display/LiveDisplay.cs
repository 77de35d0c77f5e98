using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.State;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace PulumiNumbers.Engine.Display;

/// <summary>What is under way, redrawn in place on a terminal; then the report.</summary>
internal sealed class LiveDisplay(IAnsiConsole console, ReportWriter report, OperationLabels labels, string stack) : EngineListener, IDisplay
{
    private const int MostRows = 12;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(120);

    private readonly Lock _lock = new();
    private readonly Dictionary<Urn, (Step Step, string Status)> _underWay = [];
    private readonly CancellationTokenSource _end = new();
    private Task _drawing = Task.CompletedTask;
    private int _done;
    private int _failed;

    public void Begin(bool preview)
    {
        console.MarkupLineInterpolated($"[bold]{(preview ? labels.Previewing : labels.Doing)}[/] ({stack})");
        _drawing = console.Live(new Text("")).AutoClear(enabled: true).StartAsync(DrawAsync);
    }

    public override void StepStarted(Step step)
    {
        if (step.IsInternal)
            return;
        lock (_lock)
            _underWay[step.Urn] = (step, "");
    }

    public override void StepFinished(Step step)
    {
        lock (_lock)
        {
            _underWay.Remove(step.Urn);
            _done += step.IsInternal ? 0 : 1;
        }
    }

    public override void StepFailed(Step step)
    {
        lock (_lock)
        {
            _underWay.Remove(step.Urn);
            _failed++;
        }
    }

    public override void Said(Diagnostic diagnostic)
    {
        lock (_lock)
        {
            if (diagnostic is { Urn: { } urn, Severity: > Severity.Debug } && _underWay.TryGetValue(urn, out var row))
                _underWay[urn] = (row.Step, diagnostic.Message);
        }
    }

    public async Task EndAsync(DeploymentResult result)
    {
        await StopAsync();
        report.Write(result);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _end.Dispose();
    }

    private async Task StopAsync()
    {
        await _end.CancelAsync();
        await _drawing;
    }

    private async Task DrawAsync(LiveDisplayContext context)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do
            {
                context.UpdateTarget(Draw());
            }
            while (await timer.WaitForNextTickAsync(_end.Token));
        }
        catch (OperationCanceledException)
        {
            // The deployment has ended.
        }
    }

    private Rows Draw()
    {
        lock (_lock)
        {
            var rows = _underWay.Values.Take(MostRows).Select(IRenderable (r) => new Markup(Row(r.Step, r.Status)) { Overflow = Overflow.Ellipsis }).ToList();
            if (_underWay.Count > MostRows)
                rows.Add(new Markup($"[grey]    … and {_underWay.Count - MostRows} more under way[/]"));
            rows.Add(new Markup($"[grey]{_done} done{(_failed > 0 ? $", {_failed} failed" : "")}[/]"));
            return new Rows(rows);
        }
    }

    private static string Row(Step step, string status)
    {
        var line = $" [{StepText.Color(step)}]{StepText.Sign(step),-2}[/] {Markup.Escape(step.Type)} [bold]{Markup.Escape(step.Urn.Name)}[/] {StepText.UnderWay(step)}";
        return status.Length > 0 ? $"{line}  [grey]{Markup.Escape(status.ReplaceLineEndings(" "))}[/]" : line;
    }
}
