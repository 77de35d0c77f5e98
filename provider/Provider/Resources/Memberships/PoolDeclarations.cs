using System.Collections.Frozen;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Coordination;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>
/// Which pools and memberships the program of one deployment declares, as far as they were seen. An engine creates before it deletes: without
/// this memory the deletion of a membership that was replaced or renamed would take out the numbers that its successor has just found in
/// the pool, and a number that moves from one membership to another would be lost on the way.
/// </summary>
public sealed class PoolDeclarations : SharedMemory
{
    private readonly Dictionary<string, MembershipDeclaration> _memberships = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PoolAddress> _pools = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FrozenSet<PoolNumber>> _foreign = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    protected override string Topic => "pools";

    /// <summary>A pool is declared; its address is null where it is not known yet.</summary>
    public void DeclarePool(Urn resource, PoolAddress? pool) => Transact<object?>(record =>
    {
        if (_pools.GetValueOrDefault(resource.Value) != pool)
            record(Fact("pool", resource, pool));
        return null;
    });

    /// <summary>A membership is declared; null where its pool is not known yet.</summary>
    public void DeclareMembership(Urn membership, MembershipDeclaration? declaration) => Transact<object?>(record =>
    {
        var known = _memberships.GetValueOrDefault(membership.Value);
        if (declaration is null ? known is null : known is not null && declaration.Equals(known))
            return null;
        var fact = Fact("membership", membership, declaration?.Pool);
        fact["authoritative"] = declaration?.Authoritative;
        fact["numbers"] = Write(declaration?.Numbers ?? FrozenSet<PoolNumber>.Empty);
        record(fact);
        return null;
    });

    /// <summary>
    /// A refresh found numbers in an authoritative membership's pool that it never declared. The refreshed state no longer tells them from its own.
    /// </summary>
    public void RecordForeign(Urn membership, IEnumerable<PoolNumber> numbers)
    {
        var foreign = numbers.ToFrozenSet();
        Transact<object?>(record =>
        {
            if (!(_foreign.GetValueOrDefault(membership.Value) ?? FrozenSet<PoolNumber>.Empty).SetEquals(foreign))
            {
                var fact = Fact("foreign", membership, pool: null);
                fact["numbers"] = Write(foreign);
                record(fact);
            }

            return null;
        });
    }

    /// <summary>The numbers that a refresh of this run found in a membership's pool and that it never declared.</summary>
    public FrozenSet<PoolNumber> ForeignNumbers(Urn membership) =>
        Transact(_ => _foreign.GetValueOrDefault(membership.Value) ?? FrozenSet<PoolNumber>.Empty);

    /// <summary>Another resource that declares the same pool; null where there is none.</summary>
    public Urn? FindOtherPool(Urn resource, PoolAddress pool) => Transact<Urn?>(_ =>
    {
        foreach (var (other, declared) in _pools)
        {
            if (other != resource.Value && declared == pool)
                return new Urn(other);
        }

        return null;
    });

    /// <summary>A membership of the same pool that cannot be beside this one, because one of the two owns the whole pool; null where there is none.</summary>
    public Urn? FindConflict(Urn membership, PoolAddress pool, bool authoritative) => Transact<Urn?>(_ =>
    {
        foreach (var (other, declared) in _memberships)
        {
            if (other != membership.Value && declared.Pool == pool && (authoritative || declared.Authoritative))
                return new Urn(other);
        }

        return null;
    });

    /// <summary>Whether a membership that is being deleted is declared for the same pool: then it is the one that was replaced.</summary>
    public bool IsDeclared(Urn membership, PoolAddress pool) => Transact(_ => _memberships.GetValueOrDefault(membership.Value)?.Pool == pool);

    /// <summary>Those of a membership's numbers that other memberships declare for the same pool.</summary>
    public FrozenSet<PoolNumber> DeclaredByOthers(Urn membership, PoolAddress pool, IReadOnlySet<PoolNumber> numbers)
    {
        var others = Transact<MembershipDeclaration[]>(_ =>
            [.. _memberships.Where(entry => entry.Key != membership.Value && entry.Value.Pool == pool).Select(entry => entry.Value)]);
        return others.SelectMany(other => other.Numbers).Where(numbers.Contains).ToFrozenSet();
    }

    /// <inheritdoc/>
    protected override void Apply(JObject fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var urn = (string?)fact["urn"] ?? "";
        var pool = (string?)fact["account"] is { } account && (string?)fact["id"] is { } id ? new PoolAddress(account, id) : null;
        var numbers = (fact["numbers"] as JArray ?? []).Select(number => PoolNumber.FromCarrier((string?)number)).OfType<PoolNumber>().ToFrozenSet();
        switch ((string?)fact["fact"])
        {
            case "pool" when pool is not null:
                _pools[urn] = pool;
                break;
            case "pool":
                _pools.Remove(urn);
                break;
            case "membership" when pool is not null:
                _memberships[urn] = new MembershipDeclaration(pool, numbers, (bool?)fact["authoritative"] ?? true);
                break;
            case "membership":
                _memberships.Remove(urn);
                break;
            case "foreign":
                _foreign[urn] = numbers;
                break;
            default:
                // A fact of a newer version.
                break;
        }
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        _memberships.Clear();
        _pools.Clear();
        _foreign.Clear();
    }

    private static JArray Write(IEnumerable<PoolNumber> numbers) => [.. numbers.Select(number => number.Digits)];

    private static JObject Fact(string kind, Urn urn, PoolAddress? pool) => new()
    {
        ["fact"] = kind,
        ["urn"] = urn.Value,
        ["account"] = pool?.AccountId,
        ["id"] = pool?.PoolId,
    };
}

/// <summary>What a program declares of a membership.</summary>
/// <param name="Pool">Of which pool.</param>
/// <param name="Numbers">Its numbers, as far as known.</param>
/// <param name="Authoritative">Whether it owns the whole pool.</param>
public sealed record MembershipDeclaration(PoolAddress Pool, IReadOnlySet<PoolNumber> Numbers, bool Authoritative)
{
    /// <inheritdoc/>
    public bool Equals(MembershipDeclaration? other) =>
        other is not null && Pool == other.Pool && Authoritative == other.Authoritative && Numbers.SetEquals(other.Numbers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Pool, Authoritative, Numbers.Count);
}
