using PulumiNumbers.Engine.Planning;

namespace PulumiNumbers.Engine.Display;

/// <summary>How steps are spoken of.</summary>
internal static class StepText
{
    public static string Sign(Step step) => step.Op switch
    {
        StepOp.Create => "+",
        StepOp.Update => "~",
        StepOp.Delete => "-",
        StepOp.Replace => "+-",
        StepOp.DeleteReplaced => "--",
        StepOp.Import => "=",
        StepOp.Read => ">",
        StepOp.Forget => "!",
        _ => " ",
    };

    public static string Color(Step step) => step.Op switch
    {
        StepOp.Create or StepOp.Import => "green",
        StepOp.Update => "yellow",
        StepOp.Delete or StepOp.DeleteReplaced => "red",
        StepOp.Replace => "magenta",
        StepOp.Read => "cyan",
        _ => "grey",
    };

    public static string UnderWay(Step step) => step switch
    {
        { IsRefresh: true } => "reading",
        { Op: StepOp.Create } => "creating",
        { Op: StepOp.Update } => "updating",
        { Op: StepOp.Delete } => "deleting",
        { Op: StepOp.Replace } => "creating replacement",
        { Op: StepOp.DeleteReplaced } => "deleting original",
        { Op: StepOp.Read } => "reading",
        { Op: StepOp.Import } => "importing",
        { Op: StepOp.Forget } => "forgetting",
        _ => "",
    };

    public static string Done(Step step, bool preview) => (step, preview) switch
    {
        ({ IsRefresh: true, Op: StepOp.Update }, _) => "has drifted",
        ({ IsRefresh: true, Op: StepOp.Delete }, _) => "is gone",
        (_, true) => Plan(step.Op),
        _ => Past(step.Op),
    };

    /// <summary>The text after a number of such steps.</summary>
    public static string Counted(Step step, bool preview) => (step, preview) switch
    {
        ({ IsRefresh: true, Op: StepOp.Update }, _) => "drifted",
        ({ IsRefresh: true, Op: StepOp.Delete }, _) => "gone",
        (_, true) => $"to {Plan(step.Op)}",
        _ => Past(step.Op),
    };

    public static string Plan(StepOp op) => op switch
    {
        StepOp.DeleteReplaced => "delete original",
        StepOp.Same => "unchanged",
        _ => op.ToString().ToLowerInvariant(),
    };

    public static string Past(StepOp op) => op switch
    {
        StepOp.Create => "created",
        StepOp.Update => "updated",
        StepOp.Delete => "deleted",
        StepOp.Replace => "replaced",
        StepOp.DeleteReplaced => "deleted original",
        StepOp.Read => "read",
        StepOp.Import => "imported",
        StepOp.Forget => "forgotten",
        _ => "unchanged",
    };
}

/// <summary>How a kind of deployment is spoken of.</summary>
internal sealed record OperationLabels(string Doing, string Previewing, string Question)
{
    public static OperationLabels Up { get; } = new("Updating", "Previewing update", "Perform this update?");

    public static OperationLabels Refresh { get; } = new("Refreshing", "Previewing refresh", "Save what was found?");

    public static OperationLabels Destroy { get; } = new("Destroying", "Previewing destroy", "Delete these resources?");

    public static OperationLabels Import { get; } = new("Importing", "Previewing import", "Take this resource into the stack?");
}
