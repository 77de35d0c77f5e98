namespace PulumiNumbers.Carriers.PortSip;

/// <summary>A number of a contact centre whose calls go to chosen agents, as the PBX reports it (PortSIP REST API, <c>exclusive_numbers</c>).</summary>
public sealed record ExclusiveNumberInfo
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

    /// <summary>What an update writes to leave it as it is.</summary>
    public ExclusiveNumberSettings Settings => new() { Number = Number, Enabled = Enabled, Description = Description };
}

/// <summary>What is written of an exclusive number: all of it, every time.</summary>
public sealed record ExclusiveNumberSettings
{
    /// <inheritdoc cref="ExclusiveNumberInfo.Number"/>
    public required string Number { get; init; }

    /// <inheritdoc cref="ExclusiveNumberInfo.Enabled"/>
    public bool Enabled { get; init; } = true;

    /// <inheritdoc cref="ExclusiveNumberInfo.Description"/>
    public string? Description { get; init; }
}

/// <summary>A queue through which an exclusive number reaches its agents.</summary>
/// <param name="Id">PortSIP's id.</param>
/// <param name="Name">Its name; null where not reported.</param>
/// <param name="ExtensionNumber">The extension under which the queue is called; null where not reported.</param>
public sealed record CallQueue(string Id, string? Name, string? ExtensionNumber);

/// <summary>An agent to whom an exclusive number's calls go.</summary>
/// <param name="ExtensionNumber">The agent's extension, 3 to 64 digits: what assignments are made of.</param>
/// <param name="Id">PortSIP's id; null where not reported.</param>
/// <param name="Name">The user name; null where not reported.</param>
/// <param name="DisplayName">The name for people; null where not reported.</param>
public sealed record QueueAgent(string ExtensionNumber, string? Id, string? Name, string? DisplayName);
