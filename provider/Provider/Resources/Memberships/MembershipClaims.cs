using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Resources;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>
/// Remembers, for one run of the engine, which memberships declare which pools. An engine creates a replacement before it deletes what it
/// replaces, and knows the two only by their URN: without this memory the deletion would empty the pool that the creation has just filled.
/// </summary>
public sealed class MembershipClaims
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Urn, PoolAddress> _declared = [];

    /// <summary>A membership declares a pool; null where it is not known yet which one.</summary>
    public void Declare(Urn membership, PoolAddress? pool)
    {
        lock (_gate)
        {
            if (pool is null)
                _declared.Remove(membership);
            else
                _declared[membership] = pool;
        }
    }

    /// <summary>Whether a membership that is being deleted is declared for the same pool: then it is the one that was replaced.</summary>
    public bool IsDeclared(Urn membership, PoolAddress pool)
    {
        lock (_gate)
            return _declared.GetValueOrDefault(membership) == pool;
    }
}
