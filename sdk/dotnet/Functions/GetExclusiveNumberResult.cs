using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>What <see cref="GetExclusiveNumber"/> answers.</summary>
[OutputType]
public sealed class GetExclusiveNumberResult
{
    /// <summary>PortSIP's id, by which the number can be imported as an <c>ExclusiveNumber</c>.</summary>
    public readonly string Id;

    /// <summary>The number as the PBX spells it.</summary>
    public readonly string Number;

    /// <summary>Whether calls from the number are routed to its agents.</summary>
    public readonly bool Enabled;

    /// <summary>A note for people.</summary>
    public readonly string? Description;

    /// <summary>When the PBX created it, as an RFC 3339 time in UTC.</summary>
    public readonly string? CreatedAt;

    /// <summary>The agents to whom calls from the number go: the extensions of the agents, by the id of their queue.</summary>
    public readonly ImmutableDictionary<string, ImmutableArray<string>> CallQueues;

    [OutputConstructor]
    private GetExclusiveNumberResult(
        string id,
        string number,
        bool enabled,
        string? description,
        string? createdAt,
        ImmutableDictionary<string, ImmutableArray<string>> callQueues)
    {
        Id = id;
        Number = number;
        Enabled = enabled;
        Description = description;
        CreatedAt = createdAt;
        CallQueues = callQueues;
    }
}
