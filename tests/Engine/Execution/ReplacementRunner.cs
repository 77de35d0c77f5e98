using System.Collections.Concurrent;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>
/// Replaces resources: as a rule the new one comes first and the old one goes when everything else is done; where the provider or the program wants it the
/// other way round, the old one goes now, and before it those dependents that would have to be replaced for it.
/// </summary>
internal sealed class ReplacementRunner(DeploymentContext context, StepRunner steps, OldResources olds)
{
    private readonly ConcurrentDictionary<Urn, bool> _replaced = [];

    /// <summary>Whether the resource of that name has been replaced in this deployment.</summary>
    public bool HasReplaced(Urn urn) => _replaced.ContainsKey(urn);

    public async Task<Tracked> ReplaceAsync(
        ResourceState planned,
        IResourceManager manager,
        Tracked old,
        bool providerDeletesFirst,
        bool? programDeletesFirst,
        IReadOnlyList<PropertyChange> changes,
        CancellationToken cancellationToken)
    {
        RefuseWhereForbidden(planned, old.State);
        _replaced[planned.Urn] = true;
        if (programDeletesFirst ?? providerDeletesFirst)
            await DeleteFirstAsync(old, cancellationToken);
        return await steps.CreateAsync(planned, manager, old, changes, cancellationToken);
    }

    private void RefuseWhereForbidden(ResourceState planned, ResourceState old)
    {
        if (planned.Protect && old.Protect)
        {
            const string Reason = "It is protected, and replacing it would delete it. Remove the 'protect' option, run 'up', then try again.";
            // A preview goes on, so that the change that asks for the replacement can be seen.
            if (!context.Preview)
                throw steps.Report(planned.Urn, Reason);
            context.Events.Say(Severity.Error, planned.Urn, Reason);
        }
        if (planned.ImportId.Length > 0)
        {
            const string Reason = "It was imported by its id and would be replaced, which changes the id. Remove the 'import' option from the program.";
            if (!context.Preview)
                throw steps.Report(planned.Urn, Reason);
            context.Events.Say(Severity.Warning, planned.Urn, Reason);
        }
    }

    private async Task DeleteFirstAsync(Tracked old, CancellationToken cancellationToken)
    {
        var obsolete = await DependentsToReplaceAsync(old, cancellationToken);
        foreach (var dependent in obsolete)
        {
            if (dependent.State.Protect)
                throw steps.Report(old.State.Urn, $"It cannot be replaced: '{dependent.State.Urn}' would have to be deleted for it, and that is protected.");
        }
        var going = obsolete.Select(d => d.State.Urn).Append(old.State.Urn).ToHashSet();
        foreach (var dependent in obsolete.Reverse())
        {
            _replaced[dependent.State.Urn] = true;
            await steps.DeleteAsync(dependent, willReturn: true, going.Contains, cancellationToken);
        }
        await steps.DeleteAsync(old, willReturn: true, going.Contains, cancellationToken);
    }

    private async Task<IReadOnlyList<Tracked>> DependentsToReplaceAsync(Tracked root, CancellationToken cancellationToken)
    {
        var replaced = new HashSet<Urn> { root.State.Urn };
        var result = new List<Tracked>();
        foreach (var dependent in olds.DependentsOf(root.State.Urn))
        {
            if (dependent.State is { Custom: true, External: false, PendingReplacement: false } && await MustBeReplacedAsync(dependent.State, replaced, cancellationToken))
            {
                replaced.Add(dependent.State.Urn);
                result.Add(dependent);
            }
        }
        return result;
    }

    // Whatever an input takes from a resource to be deleted will only be known when that is back: the provider says whether such a change would replace.
    private async Task<bool> MustBeReplacedAsync(ResourceState state, HashSet<Urn> replaced, CancellationToken cancellationToken)
    {
        if ((state.Provider is { } provider && replaced.Contains(provider.Urn)) || (state.DeletedWith is { } owner && replaced.Contains(owner)))
            return true;
        var touched = state.PropertyDependencies.Where(p => p.Value.Any(replaced.Contains)).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        if (!touched.Overlaps(state.Inputs.Keys))
            return false;
        var inputs = new PropertyMap(state.Inputs.Select(i => touched.Contains(i.Key) ? KeyValuePair.Create(i.Key, PropertyValue.Unknown) : i));
        var manager = await context.ManagerOfAsync(state, cancellationToken);
        var diff = await context.Gate.RunAsync(() => manager.DiffAsync(state, inputs, state.IgnoreChanges, cancellationToken), cancellationToken);
        return ReplaceRules.Apply(diff, state.ReplaceOnChanges).Replaces;
    }
}

/// <summary>Applies the program's <c>replaceOnChanges</c> to what a provider says of a change.</summary>
internal static class ReplaceRules
{
    public static DiffResult Apply(DiffResult diff, IReadOnlyList<string> replaceOnChanges)
    {
        if (!diff.HasChanges || replaceOnChanges.Count == 0)
            return diff;
        PropertyPath[] rules = [.. replaceOnChanges.Select(PropertyPath.Parse)];
        bool Replaces(string path)
        {
            var changed = PropertyPath.Parse(path);
            return Array.Exists(rules, r => r.Covers(changed) || changed.Covers(r));
        }
        return diff with
        {
            ReplaceKeys = [.. diff.ReplaceKeys.Union(diff.ChangedKeys.Where(Replaces), StringComparer.Ordinal)],
            Detailed = diff.Detailed.ToDictionary(d => d.Key, d => Replaces(d.Key) ? d.Value with { Kind = Replacing(d.Value.Kind) } : d.Value, StringComparer.Ordinal),
        };
    }

    private static ChangeKind Replacing(ChangeKind kind) => kind switch
    {
        ChangeKind.Add => ChangeKind.AddReplace,
        ChangeKind.Delete => ChangeKind.DeleteReplace,
        ChangeKind.Update => ChangeKind.UpdateReplace,
        _ => kind,
    };
}
