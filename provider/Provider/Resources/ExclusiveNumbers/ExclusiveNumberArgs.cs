using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>What a program says of an exclusive number.</summary>
public record ExclusiveNumberArgs
{
    /// <summary>The number.</summary>
    [Property("The number whose calls are routed, 1 to 64 digits. Spaces and punctuation are left out, as is a leading `+`.")]
    public required DialledNumber Number { get; init; }

    /// <summary>Whether its calls are routed.</summary>
    [Property("Whether calls from the number are routed to its agents.")]
    [DefaultValue(true)]
    public bool? Enabled { get; init; }

    /// <summary>A note for people.</summary>
    [Property("A note for people, up to 1024 characters.")]
    [MaxLength(1024)]
    public string? Description { get; init; }

    /// <summary>The agents, by queue.</summary>
    [Property("The agents to whom calls from the number go: for each queue of the contact centre, by the queue's id, the extensions of its agents. Agents in queues that are not named here are drift and are removed; left out, queues are not looked at.")]
    public IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>>? CallQueues { get; init; }
}
