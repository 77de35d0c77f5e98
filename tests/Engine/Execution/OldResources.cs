using System.Collections.Concurrent;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>The resources of the last checkpoint and which of them the program has claimed as its own.</summary>
internal sealed class OldResources
{
    private readonly ConcurrentDictionary<long, bool> _claimed = [];
    private readonly Dictionary<Urn, Tracked> _live = [];
    private readonly StackState _state;

    public OldResources(StackState state)
    {
        _state = state;
        foreach (var resource in state.Previous.Where(r => !r.State.Delete && state.Contains(r)))
            _live[resource.State.Urn] = resource;
    }

    /// <summary>The live resource of one of the names, the first that there is; claimed for the caller.</summary>
    public Tracked? Claim(IEnumerable<Urn> names)
    {
        foreach (var name in names)
        {
            if (_live.TryGetValue(name, out var found) && _claimed.TryAdd(found.Key, value: true))
                return found;
        }
        return null;
    }

    /// <summary>What the program no longer wants: never claimed, or replaced; dependencies first.</summary>
    public IReadOnlyList<Tracked> Obsolete() =>
        [.. _state.Previous.Where(r => _state.Contains(r) && (r.State.Delete || !_claimed.ContainsKey(r.Key)))];

    /// <summary>The live, unclaimed resources that depend on one, directly or not, dependencies first.</summary>
    public IReadOnlyList<Tracked> DependentsOf(Urn root)
    {
        var reached = new HashSet<Urn> { root };
        var dependents = new List<Tracked>();
        foreach (var resource in _state.Previous.Where(r => !r.State.Delete && !_claimed.ContainsKey(r.Key) && _state.Contains(r)))
        {
            if (resource.State.AllDependencies().Any(reached.Contains))
            {
                reached.Add(resource.State.Urn);
                dependents.Add(resource);
            }
        }
        return dependents;
    }
}

/// <summary>What an interrupted run left under way.</summary>
internal static class PendingOperations
{
    /// <summary>
    /// Warns of it, and lets go of what concerns resources that the state has: the next read or change of those finds out. Creates stay until the resource
    /// exists or a refresh has been made, since nothing else points to what they may have made.
    /// </summary>
    public static void Report(DeploymentContext context, Checkpoint last)
    {
        if (last.PendingOperations.Count == 0)
            return;
        var lines = last.PendingOperations.Select(o => $"\n    {o.Resource.Urn}, interrupted while {o.Kind.ToString().ToLowerInvariant()}");
        context.Events.Say(
            Severity.Warning,
            null,
            $"The last deployment was interrupted; these operations may or may not have had an effect:{string.Concat(lines)}\n  Creates are tried again; check with the carrier that nothing is left over.");
        context.State.ForgetPending(o => o.Kind != OperationKind.Creating);
    }
}
