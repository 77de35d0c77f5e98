using System.Collections.Immutable;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>An exclusive number of the PBX.</summary>
public sealed record ExclusiveNumber
{
    /// <summary>Opaque id.</summary>
    public required string Id { get; init; }

    /// <summary>1 to 64 characters.</summary>
    public required string Number { get; init; }

    /// <summary>Whether it is in force.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Up to 1024 characters.</summary>
    public string Description { get; init; } = "";

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Agents' extension numbers by queue id; a queue without agents is not here.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> Agents { get; init; } =
        ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty;
}
