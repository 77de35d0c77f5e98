using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>
/// Carries out single steps: announces them, records them as pending, calls the provider, saves the result, says what went wrong. A step that fails
/// raises the halt, unless the deployment goes on in spite of errors.
/// </summary>
internal sealed class StepRunner(DeploymentContext context)
{
    /// <summary>Leaves a resource as it is, under what the program now says about it.</summary>
    public Tracked Same(Tracked old, ResourceState planned)
    {
        var state = planned with
        {
            Id = old.State.Id,
            Outputs = old.State.Outputs,
            InitErrors = old.State.InitErrors,
            RefreshBeforeUpdate = old.State.RefreshBeforeUpdate,
            Created = old.State.Created,
            Modified = old.State.Modified,
        };
        var saved = context.State.Add(state.SameAs(old.State) ? old.State : state, old);
        context.Events.StepFinished(new Step { Op = StepOp.Same, Urn = state.Urn, Old = old.State, New = state });
        return saved;
    }

    /// <summary>Creates a resource, in the place of <paramref name="old"/> where it is a replacement.</summary>
    /// <param name="planned">The resource to be.</param>
    /// <param name="manager">What creates it.</param>
    /// <param name="old">The one that it replaces.</param>
    /// <param name="changes">Why it replaces it.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    public Task<Tracked> CreateAsync(
        ResourceState planned, IResourceManager manager, Tracked? old, IReadOnlyList<PropertyChange> changes, CancellationToken cancellationToken)
    {
        var step = new Step { Op = old is null ? StepOp.Create : StepOp.Replace, Urn = planned.Urn, Old = old?.State, New = planned, Changes = changes };
        return RunAsync(step, new(planned, OperationKind.Creating), async pending =>
        {
            var result = await manager.CreateAsync(planned, context.Preview, cancellationToken);
            var now = context.Engine.TimeProvider.GetUtcNow();
            var state = Merge(planned, result) with { Id = result.Id, Created = now, Modified = now };
            // One that the provider has deleted already, or that the stack never owned, goes now; a living one when all else is done.
            var isLeftForLater = old is { State: { PendingReplacement: false, External: false } };
            var saved = isLeftForLater ? context.State.AddReplacing(state, old!, pending) : context.State.Add(state, old, pending);
            context.State.ForgetPending(p => p.Kind == OperationKind.Creating && p.Resource.Urn == planned.Urn);
            return (saved, result.Problems);
        });
    }

    /// <summary>Changes a resource in place.</summary>
    public Task<Tracked> UpdateAsync(
        Tracked old, ResourceState planned, IResourceManager manager, IReadOnlyList<PropertyChange> changes, CancellationToken cancellationToken)
    {
        var before = old.State;
        var step = new Step { Op = StepOp.Update, Urn = planned.Urn, Old = before, New = planned, Changes = changes };
        return RunAsync(step, new(before, OperationKind.Updating), async pending =>
        {
            var result = await manager.UpdateAsync(before, planned, context.Preview, cancellationToken);
            var state = Merge(planned, result) with { Id = before.Id, Created = before.Created, Modified = context.Engine.TimeProvider.GetUtcNow() };
            return (context.State.Add(state, old, pending), result.Problems);
        });
    }

    /// <summary>Takes an existing resource into the stack; <paramref name="found"/> is what its read brought.</summary>
    public Tracked Import(ResourceState found, Tracked? old)
    {
        var step = new Step { Op = StepOp.Import, Urn = found.Urn, New = found };
        context.Events.StepStarted(step);
        var saved = context.State.Add(found, old);
        context.Events.StepFinished(step);
        return saved;
    }

    /// <summary>Deletes a resource, unless it is to be kept or goes with another.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="willReturn">Whether it is deleted to be created again: then the state remembers that.</param>
    /// <param name="isGoing">Which resources are deleted in this deployment.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    public Task DeleteAsync(Tracked resource, bool willReturn, Func<Urn, bool> isGoing, CancellationToken cancellationToken)
    {
        var state = resource.State;
        var isForgotten = state.RetainOnDelete || state.External;
        var op = isForgotten ? StepOp.Forget : state.Delete || willReturn ? StepOp.DeleteReplaced : StepOp.Delete;
        return RunAsync(new Step { Op = op, Urn = state.Urn, Old = state }, new(state, OperationKind.Deleting), async pending =>
        {
            var goesWithOwner = state.DeletedWith is { } owner && isGoing(owner);
            if (!context.Preview && !isForgotten && !goesWithOwner && state.Custom)
            {
                var manager = await context.ManagerOfAsync(state, cancellationToken);
                await manager.DeleteAsync(state, cancellationToken);
            }
            if (willReturn)
                context.State.Change(resource, state with { PendingReplacement = true }, pending);
            else
                context.State.Remove(resource, pending);
            return (resource, []);
        });
    }

    /// <summary>Looks a resource up for the program.</summary>
    public Task<Tracked> ReadAsync(ResourceState planned, IResourceManager manager, Tracked? old, CancellationToken cancellationToken) =>
        RunAsync(new Step { Op = StepOp.Read, Urn = planned.Urn, Old = old?.State, New = planned }, new(planned, OperationKind.Reading), async pending =>
        {
            var found = await manager.ReadAsync(planned.Urn, planned.Id, null, planned.Inputs.Count > 0 ? planned.Inputs : null, cancellationToken)
                ?? throw new ProviderException($"There is no {planned.Type} with the id '{planned.Id}'.");
            var state = Merge(planned, found) with { Id = found.Id, Inputs = planned.Inputs };
            return (context.State.Add(state, old, pending), found.Problems);
        });

    private static ResourceState Merge(ResourceState planned, OperationResult result) => planned with
    {
        Inputs = result.Inputs ?? planned.Inputs,
        Outputs = new PropertyMap(result.Outputs.Select(o => planned.AdditionalSecretOutputs.Contains(o.Key, StringComparer.Ordinal)
            ? KeyValuePair.Create(o.Key, PropertyValue.Secret(o.Value))
            : o)),
        InitErrors = result.Problems,
        RefreshBeforeUpdate = result.RefreshBeforeUpdate,
    };

    private async Task<Tracked> RunAsync(Step step, PendingOperation operation, Func<long?, Task<(Tracked Saved, IReadOnlyList<string> Problems)>> carryOut)
    {
        try
        {
            return await context.Gate.RunAsync(() => GatedAsync(step, operation, carryOut), CancellationToken.None);
        }
        catch (Exception e) when (e is ProviderException or EngineException)
        {
            context.Events.StepFailed(step);
            throw Report(step.Urn, e.Message);
        }
    }

    private async Task<Tracked> GatedAsync(Step step, PendingOperation operation, Func<long?, Task<(Tracked Saved, IReadOnlyList<string> Problems)>> carryOut)
    {
        context.Halt.ThrowIfRaised();
        context.Events.StepStarted(step);
        long? pending = operation.Resource.Custom && !operation.Resource.IsProvider ? context.State.Begin(operation) : null;
        try
        {
            var (saved, problems) = await carryOut(pending);
            if (problems.Count == 0)
            {
                var isGone = step.Op is StepOp.Delete or StepOp.DeleteReplaced or StepOp.Forget;
                context.Events.StepFinished(step with { New = isGone ? null : saved.State });
                return saved;
            }
            foreach (var problem in problems)
                context.Events.Say(Severity.Error, step.Urn, problem);
            context.Events.StepFailed(step with { New = saved.State });
            throw RaiseUnlessGoingOn();
        }
        catch (ProviderException e) when (!e.PluginIsGone && pending is { } known)
        {
            // The provider answered: nothing is under way any more. A plugin that is gone leaves the operation pending for the next run to see.
            context.State.End(known);
            throw;
        }
        catch (EngineException) when (pending is { } unbegun)
        {
            context.State.End(unbegun);
            throw;
        }
    }

    /// <summary>Says an error about a resource and ends the work on it.</summary>
    public HaltedException Report(Urn urn, string message)
    {
        context.Events.Say(Severity.Error, urn, message);
        return RaiseUnlessGoingOn();
    }

    private HaltedException RaiseUnlessGoingOn()
    {
        const string Reason = "an earlier step failed";
        if (!context.Options.ContinueOnError)
            context.Halt.Raise(Reason);
        return new HaltedException(Reason);
    }
}
