namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>What a pool holds: <see cref="PoolMembershipArgs.Numbers"/> is then the truth, not the wish.</summary>
public sealed record PoolMembershipState : PoolMembershipArgs;
