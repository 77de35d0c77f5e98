using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Resources;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>The number pools of the configured Vonage account.</summary>
/// <param name="Client">The Number Pools API.</param>
/// <param name="Reconciler">What brings a pool to hold a set of numbers.</param>
/// <param name="Creator">What creates pools.</param>
/// <param name="Listings">What reads of pools share.</param>
/// <param name="AccountId">The account where a resource names none.</param>
public sealed record VonagePools(INumberPoolsClient Client, PoolReconciler Reconciler, PoolCreator Creator, PoolListings Listings, string AccountId)
{
    /// <summary>The address of a pool, in the account that the resource names or else the configured one.</summary>
    public PoolAddress AddressOf(string? accountId, string poolId) => new(accountId ?? AccountId, poolId);

    /// <summary>Reads a resource's id: <c>account/pool</c>, or the pool's id alone for the configured account.</summary>
    /// <exception cref="ResourceException">The id names no pool.</exception>
    public PoolAddress AddressOf(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (PoolAddress.TryParse(id, provider: null, out var address))
            return address;
        if (id.Length > 0 && !id.Contains('/', StringComparison.Ordinal))
            return new PoolAddress(AccountId, id);
        throw new ResourceException(
            FailureKind.InvalidArgument, $"'{id}' does not name a pool: write account/pool, such as {AccountId}/customers, or the pool's id alone.");
    }

    /// <summary>Refuses to believe that a pool is gone that other credentials saw last.</summary>
    /// <exception cref="ResourceException">The credentials are others.</exception>
    public void EnsureSameAccount(PoolAddress pool, Urn urn, string? lastSeenBy) =>
        DeletionGuard.EnsureSameAccount($"vonage: pool {pool}", urn, lastSeenBy, Client.AccountId);
}
