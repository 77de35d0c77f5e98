using System.Globalization;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using Spectre.Console;

namespace PulumiNumbers.Engine.Display;

/// <summary>Writes what came of a deployment: the resources as a tree with their changes and notes, diagnostics, outputs, the counts.</summary>
internal sealed class ReportWriter(IAnsiConsole console, ViewOptions view)
{
    private const int MostChanges = 24;

    public void Write(DeploymentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var notes = result.Diagnostics.Where(d => d is { Severity: Severity.Info, IsStatus: false, Urn: not null }).ToLookup(d => d.Urn!.Value, d => d.Message);
        WriteTree("Drift found:", result.Drift, result, notes);
        WriteTree(null, result.Steps, result, notes);
        WriteDiagnostics(result);
        WriteOutputs(result);
        WriteCounts(result);
    }

    private void WriteTree(string? heading, IReadOnlyList<Step> all, DeploymentResult result, ILookup<Urn, string> notes)
    {
        var shown = all.Where(s => !s.IsInternal && (s.IsChange || s.Op == StepOp.Read || (!s.IsRefresh && notes.Contains(s.Urn)))).ToArray();
        if (shown.Length == 0)
            return;
        console.WriteLine();
        if (heading is not null)
            console.MarkupLineInterpolated($"[bold]{heading}[/]");
        foreach (var (step, depth) in ResourceTree.Order(shown))
        {
            var indent = new string(' ', (2 * depth) + 1);
            console.MarkupLine($"{indent}[{StepText.Color(step)}]{StepText.Sign(step),-2}[/] {Markup.Escape(step.Type)} [bold]{Markup.Escape(step.Urn.Name)}[/] [{StepText.Color(step)}]{StepText.Done(step, result.IsPreview)}[/]");
            WriteChanges(step, indent + "      ");
            foreach (var note in step.IsRefresh ? [] : notes[step.Urn].Distinct(StringComparer.Ordinal))
                console.MarkupLine($"{indent}      [blue]{Markup.Escape(note)}[/]");
        }
    }

    private void WriteChanges(Step step, string indent)
    {
        var changes = step.Changes.Count > 0 ? step.Changes
            : step is { Op: StepOp.Create or StepOp.Import, New: { Custom: true } created } ? [.. created.Inputs.Select(i => new PropertyChange(i.Key, ChangeKind.Add, null, i.Value))]
            : [];
        foreach (var change in view.EveryChange ? changes : changes.Take(MostChanges))
            console.MarkupLine($"{indent}[{ColorOf(change.Kind)}]{Markup.Escape(ChangeText.Of(change, view.ShowSecrets))}[/]");
        if (!view.EveryChange && changes.Count > MostChanges)
            console.MarkupLine($"{indent}[grey]… and {changes.Count - MostChanges} more changes; --diff shows them[/]");
    }

    private void WriteDiagnostics(DeploymentResult result)
    {
        var shown = result.Diagnostics.Where(d => !d.IsStatus && (d.Severity > Severity.Info || (d.Severity == Severity.Info && d.Urn is null))).ToArray();
        if (shown.Length == 0)
            return;
        console.WriteLine();
        console.MarkupLine("[bold]Diagnostics:[/]");
        foreach (var group in shown.GroupBy(d => d.Urn))
        {
            console.MarkupLineInterpolated($"  {(group.Key is { } urn ? $"{urn.Type} ({urn.Name}):" : "the deployment:")}");
            foreach (var diagnostic in group)
            {
                var color = diagnostic.Severity switch { Severity.Error => "red", Severity.Warning => "yellow", _ => "blue" };
                console.MarkupLine($"    [{color}]{diagnostic.Severity.ToString().ToLowerInvariant()}[/]: {Markup.Escape(diagnostic.Message.ReplaceLineEndings("\n    "))}");
            }
        }
    }

    private void WriteOutputs(DeploymentResult result)
    {
        if (result.Outputs.Count == 0)
            return;
        console.WriteLine();
        console.MarkupLine("[bold]Outputs:[/]");
        var width = result.Outputs.Keys.Max(k => k.Length);
        foreach (var (name, value) in result.Outputs)
            console.MarkupLineInterpolated($"  {name.PadRight(width)}: {PropertyText.Of(value, view.ShowSecrets)}");
    }

    private void WriteCounts(DeploymentResult result)
    {
        console.WriteLine();
        console.MarkupLine("[bold]Resources:[/]");
        var counted = (result.Steps.Count > 0 ? result.Steps : result.Drift).Where(s => !s.IsInternal).ToArray();
        foreach (var group in counted.Where(s => s.IsChange && s.Op != StepOp.DeleteReplaced).GroupBy(s => s.Op).OrderBy(g => g.Key))
        {
            var sample = group.First();
            console.MarkupLine($"  [{StepText.Color(sample)}]{StepText.Sign(sample),-2} {group.Count()} {StepText.Counted(sample, result.IsPreview)}[/]");
        }
        if (result.Failed.Count > 0)
            console.MarkupLine($"  [red]!  {result.Failed.Count} failed[/]");
        console.WriteLine($"     {counted.Count(s => s.Op == StepOp.Same)} unchanged");
        console.WriteLine();
        console.WriteLine($"Duration: {result.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
        console.WriteLine();
    }

    private static string ColorOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Add or ChangeKind.AddReplace => "green",
        ChangeKind.Delete or ChangeKind.DeleteReplace => "red",
        _ => "yellow",
    };
}

/// <summary>Steps in the order of a tree: each below its parent, siblings as they came.</summary>
internal static class ResourceTree
{
    public static IEnumerable<(Step Step, int Depth)> Order(IReadOnlyList<Step> steps)
    {
        var shown = steps.Select(s => s.Urn).ToHashSet();
        var children = steps.Where(s => ParentOf(s) is { } p && shown.Contains(p)).ToLookup(s => ParentOf(s)!.Value);
        return steps.Where(s => ParentOf(s) is not { } p || !shown.Contains(p)).SelectMany(s => Subtree(s, 0, children, []));
    }

    private static Urn? ParentOf(Step step) => (step.New ?? step.Old)?.Parent;

    // A resource that is replaced has two steps; its children stand below the first.
    private static IEnumerable<(Step Step, int Depth)> Subtree(Step step, int depth, ILookup<Urn, Step> children, HashSet<Urn> visited) =>
        visited.Add(step.Urn) ? children[step.Urn].SelectMany(c => Subtree(c, depth + 1, children, visited)).Prepend((step, depth)) : [(step, depth)];
}
