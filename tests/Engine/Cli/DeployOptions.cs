using System.CommandLine;

namespace PulumiNumbers.Engine.Cli;

/// <summary>The options of the commands that deploy.</summary>
internal sealed class DeployOptions
{
    public Option<bool> Yes { get; } = new("--yes", "-y") { Description = "Go ahead without asking" };

    public Option<bool> SkipPreview { get; } = new("--skip-preview", "-f") { Description = "Do not preview first" };

    public Option<bool> PreviewOnly { get; } = new("--preview-only") { Description = "Preview and stop" };

    public Option<bool> Refresh { get; } = new("--refresh", "-r") { Description = "Read every resource first" };

    public Option<bool> ExpectNoChanges { get; } = new("--expect-no-changes") { Description = "Fail if anything changes, or would" };

    public Option<bool> ContinueOnError { get; } = new("--continue-on-error") { Description = "Go on with what does not depend on a failed resource" };

    public Option<int> Parallel { get; } = new("--parallel", "-p") { Description = "How many operations may be under way at once", DefaultValueFactory = _ => 16 };

    public Option<string[]> Target { get; } = new("--target", "-t") { Description = "A resource to limit the work to, by URN; ** and * are wildcards; may be repeated", DefaultValueFactory = _ => [] };

    public Option<bool> TargetDependents { get; } = new("--target-dependents") { Description = "Work on what depends on a target too" };

    public Option<string[]> Exclude { get; } = new("--exclude") { Description = "A resource to leave alone, by URN; ** and * are wildcards; may be repeated", DefaultValueFactory = _ => [] };

    public Option<string[]> TargetReplace { get; } = new("--target-replace") { Description = "A resource to replace, and nothing else", DefaultValueFactory = _ => [] };

    public Option<bool> Json { get; } = new("--json", "-j") { Description = "Write the result as one JSON document" };

    public Option<bool> Diff { get; } = new("--diff") { Description = "Show every change, however many there are" };

    public Option<bool> ShowSecrets { get; } = new("--show-secrets") { Description = "Show secrets as plain text" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Yes, SkipPreview, PreviewOnly, Refresh, ExpectNoChanges, ContinueOnError, Parallel, Target, TargetDependents, Exclude, TargetReplace, Json, Diff, ShowSecrets })
            command.Options.Add(option);
        Exclude.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string[]>() is { Length: > 0 } && (result.GetResult(Target) is { Implicit: false } || result.GetResult(TargetReplace) is { Implicit: false }))
                result.AddError("--exclude and --target cannot be combined.");
        });
        Parallel.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--parallel must be at least 1.");
        });
    }

    public DeploymentOptions Read(ParseResult arguments) => new()
    {
        Refresh = arguments.GetValue(Refresh),
        Targets = arguments.GetValue(Target)!,
        TargetDependents = arguments.GetValue(TargetDependents),
        Excludes = arguments.GetValue(Exclude)!,
        Replaces = arguments.GetValue(TargetReplace)!,
        ContinueOnError = arguments.GetValue(ContinueOnError),
    };
}
