using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>What a program declares of an exclusive number.</summary>
public record ExclusiveNumberArgs
{
    /// <summary>The number.</summary>
    [Property("The number whose calls are routed, 1 to 64 digits. Spaces and punctuation are left out, as is a leading `+`.")]
    public required PbxNumber Number { get; init; }

    /// <summary>Whether its calls are routed.</summary>
    [Property("Whether calls from the number are routed to its agents.")]
    [DefaultValue(true)]
    public bool? Enabled { get; init; }

    /// <summary>A note for people.</summary>
    [Property("A note for people, up to 1024 characters.")]
    [MaxLength(1024)]
    public string? Description { get; init; }

    /// <summary>The agents, by queue.</summary>
    [Property("The agents to whom calls from the number go: for each queue of the contact centre, by the queue's id, the extensions of its agents. Agents in queues that are not named here are drift and are removed; left out, queues are neither read nor changed.")]
    public IReadOnlyDictionary<string, IReadOnlySet<AgentExtension>>? CallQueues { get; init; }

    /// <summary>Whether it is protected against deletion and replacement.</summary>
    [Property("Refuses to delete or replace the number as long as the state says `true`. Default: the provider's `releaseProtection`.")]
    public bool? ReleaseProtection { get; init; }
}

/// <summary>An exclusive number as the PBX has it.</summary>
public sealed record ExclusiveNumberState : ExclusiveNumberArgs
{
    /// <summary>When it was created.</summary>
    [Property("When the PBX created it, as an RFC 3339 time in UTC.", Stable = true)]
    public string? CreatedAt { get; init; }

    /// <summary>Which account of the PBX last saw it.</summary>
    [Property("The PBX and the user with which the provider last saw the number, or a fingerprint of the token. If the number is not found with others, that is an error: it may still exist.")]
    public string? Account { get; init; }
}
