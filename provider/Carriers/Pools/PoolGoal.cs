using System.Collections.Frozen;
using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>What one membership wants of a pool.</summary>
public sealed record PoolGoal
{
    /// <summary>Which pool.</summary>
    public required PoolAddress Pool { get; init; }

    /// <summary>The numbers that the pool shall hold.</summary>
    public required IReadOnlySet<Msisdn> Desired { get; init; }

    /// <summary>True: the pool shall hold nothing else. False: other numbers of the pool are somebody else's and stay as they are.</summary>
    public bool Authoritative { get; init; } = true;

    /// <summary>
    /// What this membership declared before. Not authoritative, these are the only numbers that it may remove; authoritative,
    /// whatever it removes beyond these was put there by somebody else.
    /// </summary>
    public IReadOnlySet<Msisdn> DeclaredBefore { get; init; } = FrozenSet<Msisdn>.Empty;
}
