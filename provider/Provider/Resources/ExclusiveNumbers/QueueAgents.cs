using System.Collections.Frozen;
using PulumiNumbers.Carriers.PortSip;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>The agents of an exclusive number, by queue: reads them, and assigns what is declared.</summary>
internal static class QueueAgents
{
    /// <summary>The extensions of the agents in every queue that has any.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>>> ReadAsync(
        IExclusiveNumbersClient pbx, string id, CancellationToken cancellationToken)
    {
        var agents = new SortedDictionary<string, IReadOnlySet<AgentExtension>>(StringComparer.Ordinal);
        foreach (var queue in await pbx.ListQueuesAsync(id, cancellationToken))
        {
            var assigned = await pbx.ListAgentsAsync(id, queue.Id, cancellationToken);
            if (assigned.Count > 0)
                agents[queue.Id] = assigned.Select(agent => AgentExtension.FromPbx(agent.ExtensionNumber)).ToFrozenSet();
        }

        return agents;
    }

    /// <summary>
    /// Assigns the declared agents where they differ from the present ones. New assignments come before removals, so that a call
    /// always finds somebody.
    /// </summary>
    public static async Task WriteAsync(
        IExclusiveNumbersClient pbx,
        string id,
        IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>> declared,
        IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>> present,
        CancellationToken cancellationToken)
    {
        foreach (var (queue, extensions) in declared.Where(entry => entry.Value.Count > 0))
        {
            if (!present.TryGetValue(queue, out var assigned) || !assigned.SetEquals(extensions))
                await pbx.SetAgentsAsync(id, queue, [.. extensions.Select(extension => extension.ToString()).Order(StringComparer.Ordinal)], cancellationToken);
        }

        foreach (var queue in present.Keys.Where(queue => !declared.TryGetValue(queue, out var extensions) || extensions.Count == 0))
            await pbx.RemoveAgentsAsync(id, queue, cancellationToken);
    }
}
