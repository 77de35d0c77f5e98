using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>Deletes resources, each when all that depend on it are gone, as many at once as the gate lets through.</summary>
internal sealed class DeletionRunner(DeploymentContext context, StepRunner steps)
{
    /// <summary>Deletes what is given, which must stand in the order of the state: dependencies first.</summary>
    public async Task DeleteAsync(IReadOnlyList<Tracked> obsolete, CancellationToken cancellationToken)
    {
        if (RefuseProtected(obsolete))
            return;
        foreach (var absent in obsolete.Where(c => c.State.PendingReplacement))
            context.State.Remove(absent);

        var present = obsolete.Where(c => !c.State.PendingReplacement).ToArray();
        var going = present.Where(c => !c.State.Delete).Select(c => c.State.Urn).ToHashSet();
        var deletions = new Dictionary<Tracked, Task<bool>>();
        var dependents = new Dictionary<Urn, List<Task<bool>>>();
        // The last has no dependents, so going backwards every dependent's deletion is there before it is waited for.
        foreach (var resource in present.Reverse())
        {
            var waitFor = dependents.TryGetValue(resource.State.Urn, out var found) ? found.ToArray() : [];
            var deletion = deletions[resource] = DeleteOneAsync(resource, waitFor, going, cancellationToken);
            foreach (var dependency in resource.State.AllDependencies().Distinct())
                Listed(dependents, dependency).Add(deletion);
        }
        await Task.WhenAll(deletions.Values);
    }

    private static List<Task<bool>> Listed(Dictionary<Urn, List<Task<bool>>> dependents, Urn urn) =>
        dependents.TryGetValue(urn, out var list) ? list : dependents[urn] = [];

    private bool RefuseProtected(IReadOnlyList<Tracked> obsolete)
    {
        var isProtected = obsolete.Where(c => c.State is { Protect: true, Delete: false }).ToArray();
        foreach (var resource in isProtected)
            context.Events.Say(Severity.Error, resource.State.Urn, "It is protected and cannot be deleted. Remove the 'protect' option from the program and run 'up' first.");
        return isProtected.Length > 0 && !context.Preview;
    }

    private async Task<bool> DeleteOneAsync(Tracked resource, Task<bool>[] dependents, HashSet<Urn> going, CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (Array.Exists(await Task.WhenAll(dependents), isGone => !isGone))
            return false;
        try
        {
            await steps.DeleteAsync(resource, willReturn: false, going.Contains, cancellationToken);
            return true;
        }
        catch (HaltedException)
        {
            return false;
        }
    }
}
