using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>Reads resources and brings the state to what was found. One that cannot be read keeps its state, and the others are read all the same.</summary>
internal sealed class Refresher(DeploymentContext context)
{
    /// <summary>Reads those resources of the state that <paramref name="which"/> picks.</summary>
    /// <returns>What was found, in the order of the state.</returns>
    public async Task<IReadOnlyList<Step>> RefreshAsync(Func<ResourceState, bool> which, CancellationToken cancellationToken)
    {
        var resources = context.State.Previous
            .Where(r => r.State is { Custom: true, IsProvider: false, PendingReplacement: false } && which(r.State))
            .ToArray();
        var found = await Task.WhenAll(resources.Select(r => RefreshOneAsync(r, cancellationToken)));
        DropDangling();
        return [.. found.OfType<Step>()];
    }

    /// <summary>Reads one resource of the state that the program is about to change, with what manages it from now on.</summary>
    /// <returns>The resource as it was found; null where it is gone.</returns>
    /// <exception cref="ProviderException">It could not be read.</exception>
    /// <exception cref="HaltedException">No step may begin any more.</exception>
    public async Task<Tracked?> RefreshAsync(Tracked resource, IResourceManager manager, CancellationToken cancellationToken)
    {
        var done = await RunAsync(resource, () => Task.FromResult(manager), cancellationToken);
        return done.New is null ? null : resource;
    }

    /// <summary>Makes nothing refer to a resource that was found to be gone. No other step may be under way.</summary>
    public void DropDangling()
    {
        var present = context.State.Snapshot().Resources.Select(r => r.Urn).ToHashSet();
        foreach (var resource in context.State.Previous.Where(context.State.Contains))
        {
            var state = resource.State;
            if (state.AllDependencies().All(present.Contains))
                continue;
            context.State.Change(resource, state with
            {
                Dependencies = [.. state.Dependencies.Where(present.Contains)],
                PropertyDependencies = state.PropertyDependencies.ToDictionary(
                    p => p.Key,
                    p => (IReadOnlyList<Urn>)[.. p.Value.Where(present.Contains)],
                    StringComparer.Ordinal),
                DeletedWith = state.DeletedWith is { } owner && present.Contains(owner) ? owner : null,
                Parent = state.Parent is { } parent && present.Contains(parent) ? parent : null,
            });
        }
    }

    private async Task<Step?> RefreshOneAsync(Tracked resource, CancellationToken cancellationToken)
    {
        try
        {
            return await RunAsync(resource, () => context.ManagerOfAsync(resource.State, cancellationToken), cancellationToken);
        }
        catch (Exception e) when (e is ProviderException or EngineException)
        {
            context.Events.Say(Severity.Error, resource.State.Urn, e.Message);
            return null;
        }
        catch (HaltedException)
        {
            return null;
        }
    }

    private async Task<Step> RunAsync(Tracked resource, Func<Task<IResourceManager>> manager, CancellationToken cancellationToken)
    {
        var step = new Step { Op = StepOp.Read, Urn = resource.State.Urn, Old = resource.State, New = resource.State, IsRefresh = true };
        try
        {
            var done = await context.Gate.RunAsync(
                async () =>
                {
                    context.Halt.ThrowIfRaised();
                    context.Events.StepStarted(step);
                    return await ReadAsync(resource, step, await manager(), cancellationToken);
                },
                cancellationToken);
            context.Events.StepFinished(done);
            return done;
        }
        catch (Exception e) when (e is ProviderException or EngineException)
        {
            context.Events.StepFailed(step);
            throw;
        }
    }

    private async Task<Step> ReadAsync(Tracked resource, Step step, IResourceManager manager, CancellationToken cancellationToken)
    {
        var old = resource.State;
        if (await manager.ReadAsync(old.Urn, old.Id, old.Inputs, old.Outputs, cancellationToken) is not { } found)
        {
            context.State.Remove(resource);
            return step with { Op = StepOp.Delete, New = null };
        }
        if (found.Problems.Count > 0)
            context.Events.Say(Severity.Warning, old.Urn, "The resource is not in order:\n    " + string.Join("\n    ", found.Problems));

        var now = old with
        {
            Id = found.Id,
            Inputs = found.Inputs ?? old.Inputs,
            Outputs = found.Outputs,
            InitErrors = found.Problems,
            RefreshBeforeUpdate = found.RefreshBeforeUpdate,
        };
        var changes = await DriftAsync(old, now, manager, cancellationToken);
        if (!now.SameAs(old))
            context.State.Change(resource, now with { Modified = context.Engine.TimeProvider.GetUtcNow() });
        return step with { Op = changes is null ? StepOp.Same : StepOp.Update, New = resource.State, Changes = changes ?? [] };
    }

    // What an 'up' of an unchanged program would do after this refresh, seen from the other side: what it would add is what has gone.
    private static async Task<IReadOnlyList<PropertyChange>?> DriftAsync(ResourceState old, ResourceState now, IResourceManager manager, CancellationToken cancellationToken)
    {
        if (old.External)
            return old.Outputs.Equals(now.Outputs) ? null : DiffReading.Compare(old.Outputs, now.Outputs).ToChanges(old with { Inputs = old.Outputs }, now.Outputs);
        var diff = await manager.DiffAsync(now, old.Inputs, old.IgnoreChanges, cancellationToken);
        if (!diff.HasChanges)
            return null;
        if (diff.Detailed.Count == 0)
            return diff.ToChanges(old, now.Outputs);
        return [.. diff.Detailed
            .Select(d => d.Value.Invert().ToChange(d.Key, old.Inputs, old.Outputs, d.Value.ComparesInputs ? now.Inputs : now.Outputs))
            .OrderBy(c => c.Path, PathOrder.Instance)];
    }
}
