using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Functions.ExclusiveNumbers;

/// <summary>An exclusive number of a PBX, with its agents.</summary>
public sealed record GetExclusiveNumberResult
{
    /// <summary>Its id.</summary>
    [Property("PortSIP's id, by which the number can be imported as an `ExclusiveNumber`.")]
    public required string Id { get; init; }

    /// <summary>The number.</summary>
    [Property("The number as the PBX spells it.")]
    public required string Number { get; init; }

    /// <summary>Whether its calls are routed.</summary>
    [Property("Whether calls from the number are routed to its agents.")]
    public required bool Enabled { get; init; }

    /// <summary>A note for people.</summary>
    [Property("A note for people.")]
    public string? Description { get; init; }

    /// <summary>When it was created.</summary>
    [Property("When the PBX created it, as an RFC 3339 time in UTC.")]
    public string? CreatedAt { get; init; }

    /// <summary>The agents, by queue.</summary>
    [Property("The agents to whom calls from the number go: the extensions of the agents, by the id of their queue.")]
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> CallQueues { get; init; }
}
