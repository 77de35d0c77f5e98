using System.Collections.Frozen;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>
/// Remembers, for one run of the engine, which memberships declare which numbers of which pools. An engine creates before it deletes: without
/// this memory the deletion of a membership that was replaced or renamed would take out the numbers that its successor has just found in
/// the pool, and a number that moves from one membership to another would be lost on the way.
/// </summary>
public sealed class MembershipClaims
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Urn, Claim> _declared = [];

    /// <summary>A membership declares numbers of a pool; the pool is null where it is not known yet which one.</summary>
    public void Declare(Urn membership, PoolAddress? pool, IReadOnlySet<Msisdn> numbers)
    {
        lock (_gate)
        {
            if (pool is null)
                _declared.Remove(membership);
            else
                _declared[membership] = new Claim(pool, numbers);
        }
    }

    /// <summary>Whether a membership that is being deleted is declared for the same pool: then it is the one that was replaced.</summary>
    public bool IsDeclared(Urn membership, PoolAddress pool)
    {
        lock (_gate)
            return _declared.GetValueOrDefault(membership)?.Pool == pool;
    }

    /// <summary>Those of a membership's numbers that other memberships declare for the same pool.</summary>
    public FrozenSet<Msisdn> DeclaredByOthers(Urn membership, PoolAddress pool, IReadOnlySet<Msisdn> numbers)
    {
        List<Claim> others;
        lock (_gate)
            others = [.. _declared.Where(entry => entry.Key != membership && entry.Value.Pool == pool).Select(entry => entry.Value)];
        return others.SelectMany(other => other.Numbers).Where(numbers.Contains).ToFrozenSet();
    }

    private sealed record Claim(PoolAddress Pool, IReadOnlySet<Msisdn> Numbers);
}
