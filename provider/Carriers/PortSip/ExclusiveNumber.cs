namespace PulumiNumbers.Carriers.PortSip;

/// <summary>A number of a contact centre whose calls go to chosen agents, as the PBX reports it (PortSIP REST API, <c>exclusive_numbers</c>).</summary>
public sealed record ExclusiveNumber
{
    /// <summary>PortSIP's id: an opaque string.</summary>
    public required string Id { get; init; }

    /// <summary>The number as the PBX spells it: 1 to 64 characters, not necessarily E.164.</summary>
    public required string Number { get; init; }

    /// <summary>Whether its calls are routed.</summary>
    public required bool Enabled { get; init; }

    /// <summary>A note for people, up to 1024 characters; null where there is none.</summary>
    public string? Description { get; init; }

    /// <summary>When it was created, UTC.</summary>
    public DateTimeOffset? CreatedAt { get; init; }
}
