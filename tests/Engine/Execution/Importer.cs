using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>Takes resources that exist already into the stack.</summary>
internal sealed class Importer(DeploymentContext context, StepRunner steps)
{
    /// <summary>Whether the program asks for an import that has not been done yet.</summary>
    public static bool IsWanted(Goal goal, ResourceState? old) => goal.ImportId.Length > 0
        && (old is null
            || (!string.Equals(old.ImportId, goal.ImportId, StringComparison.Ordinal) && !string.Equals(old.Id, goal.ImportId, StringComparison.Ordinal)));

    /// <summary>
    /// Reads the resource and puts it in the state as if it had always been there; what the program wants of it is then diffed as for any other. A program
    /// that describes it differently would change it unasked, so that is an error.
    /// </summary>
    public async Task<(ResourceState Planned, Tracked Adopted)> AdoptAsync(
        Goal goal, ResourceState planned, IResourceManager manager, Tracked? old, CancellationToken cancellationToken)
    {
        if (old is not null)
            throw steps.Report(planned.Urn, $"It is in the stack already, with the id '{old.State.Id}'; it cannot be imported again from '{goal.ImportId}'.");
        var found = await FindAsync(planned, goal.ImportId, manager, cancellationToken);
        var check = await context.Gate.RunAsync(() => manager.CheckAsync(planned.Urn, found.Inputs, goal.Inputs, cancellationToken), cancellationToken);
        if (check.Failures.Count == 0)
        {
            var inputs = DiffReading.Ignoring(check.Inputs, found.Inputs, goal.IgnoreChanges);
            var diff = await context.Gate.RunAsync(() => manager.DiffAsync(found, inputs, goal.IgnoreChanges, cancellationToken), cancellationToken);
            if (diff.HasChanges)
                Refuse(found, diff.ToChanges(found, inputs).Select(c => ChangeText.Of(c)));
        }
        var adopted = steps.Import(found, old: null);
        return (planned with { Id = found.Id }, adopted);
    }

    /// <summary>Reads a resource to be imported.</summary>
    public async Task<ResourceState> FindAsync(ResourceState planned, string id, IResourceManager manager, CancellationToken cancellationToken)
    {
        var found = await context.Gate.RunAsync(() => manager.ReadAsync(planned.Urn, id, null, null, cancellationToken), cancellationToken)
            ?? throw steps.Report(planned.Urn, $"There is no {planned.Type} with the id '{id}' to import.");
        var now = context.Engine.TimeProvider.GetUtcNow();
        return planned with
        {
            Id = found.Id,
            ImportId = id,
            Inputs = found.Inputs ?? throw steps.Report(planned.Urn, $"The provider read '{id}' without saying its inputs, so that it cannot be imported."),
            Outputs = found.Outputs,
            InitErrors = found.Problems,
            RefreshBeforeUpdate = found.RefreshBeforeUpdate,
            Created = now,
            Modified = now,
        };
    }

    private void Refuse(ResourceState found, IEnumerable<string> changes)
    {
        var words = "The program describes it otherwise than it is; importing it would change it:\n    " + string.Join("\n    ", changes);
        if (!context.Preview)
            throw steps.Report(found.Urn, words);
        context.Events.Say(Severity.Warning, found.Urn, words);
    }
}
