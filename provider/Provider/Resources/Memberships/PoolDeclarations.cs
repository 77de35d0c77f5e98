using System.Collections.Frozen;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>
/// Which pools and memberships the program of one deployment declares, as far as they were seen. An engine creates before it deletes: without
/// this memory the deletion of a membership that was replaced or renamed would take out the numbers that its successor has just found in
/// the pool, and a number that moves from one membership to another would be lost on the way.
/// </summary>
public sealed class PoolDeclarations
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Urn, MembershipDeclaration> _memberships = [];
    private readonly Dictionary<Urn, PoolAddress> _pools = [];
    private readonly Dictionary<Urn, FrozenSet<PoolNumber>> _foreign = [];

    /// <summary>A pool is declared; its address is null where it is not known yet.</summary>
    public void DeclarePool(Urn resource, PoolAddress? pool)
    {
        lock (_lock)
        {
            if (pool is null)
                _pools.Remove(resource);
            else
                _pools[resource] = pool;
        }
    }

    /// <summary>A membership is declared; null where its pool is not known yet.</summary>
    public void DeclareMembership(Urn membership, MembershipDeclaration? declaration)
    {
        lock (_lock)
        {
            if (declaration is null)
                _memberships.Remove(membership);
            else
                _memberships[membership] = declaration;
        }
    }

    /// <summary>
    /// A refresh found numbers in an authoritative membership's pool that it never declared. The refreshed state no longer tells them from its own.
    /// </summary>
    public void RecordForeign(Urn membership, IEnumerable<PoolNumber> numbers)
    {
        lock (_lock)
            _foreign[membership] = numbers.ToFrozenSet();
    }

    /// <summary>The numbers that a refresh of this run found in a membership's pool and that it never declared.</summary>
    public FrozenSet<PoolNumber> ForeignNumbers(Urn membership)
    {
        lock (_lock)
            return _foreign.GetValueOrDefault(membership) ?? FrozenSet<PoolNumber>.Empty;
    }

    /// <summary>Another resource that declares the same pool; null where there is none.</summary>
    public Urn? FindOtherPool(Urn resource, PoolAddress pool)
    {
        lock (_lock)
        {
            foreach (var (other, declared) in _pools)
            {
                if (other != resource && declared == pool)
                    return other;
            }

            return null;
        }
    }

    /// <summary>A membership of the same pool that cannot be beside this one, because one of the two owns the whole pool; null where there is none.</summary>
    public Urn? FindConflict(Urn membership, PoolAddress pool, bool authoritative)
    {
        lock (_lock)
        {
            foreach (var (other, declared) in _memberships)
            {
                if (other != membership && declared.Pool == pool && (authoritative || declared.Authoritative))
                    return other;
            }

            return null;
        }
    }

    /// <summary>Whether a membership that is being deleted is declared for the same pool: then it is the one that was replaced.</summary>
    public bool IsDeclared(Urn membership, PoolAddress pool)
    {
        lock (_lock)
            return _memberships.GetValueOrDefault(membership)?.Pool == pool;
    }

    /// <summary>Those of a membership's numbers that other memberships declare for the same pool.</summary>
    public FrozenSet<PoolNumber> DeclaredByOthers(Urn membership, PoolAddress pool, IReadOnlySet<PoolNumber> numbers)
    {
        List<MembershipDeclaration> others;
        lock (_lock)
            others = [.. _memberships.Where(entry => entry.Key != membership && entry.Value.Pool == pool).Select(entry => entry.Value)];
        return others.SelectMany(other => other.Numbers).Where(numbers.Contains).ToFrozenSet();
    }
}

/// <summary>What a program declares of a membership.</summary>
/// <param name="Pool">Of which pool.</param>
/// <param name="Numbers">Its numbers, as far as known.</param>
/// <param name="Authoritative">Whether it owns the whole pool.</param>
public sealed record MembershipDeclaration(PoolAddress Pool, IReadOnlySet<PoolNumber> Numbers, bool Authoritative);
