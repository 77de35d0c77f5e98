using System.Collections.Concurrent;
using System.Collections.Frozen;
using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>
/// Remembers, for one run of the engine, the numbers that a refresh found in an authoritative membership's pool and that the membership
/// had not declared. The refreshed state no longer tells them from its own, and their removal deserves a warning.
/// </summary>
public sealed class Strangers
{
    private readonly ConcurrentDictionary<Urn, FrozenSet<Msisdn>> _seen = [];

    /// <summary>A membership's pool holds numbers that it did not put there.</summary>
    public void Saw(Urn membership, IEnumerable<Msisdn> numbers) => _seen[membership] = numbers.ToFrozenSet();

    /// <summary>Numbers of a membership without those that others put there.</summary>
    public FrozenSet<Msisdn> ExceptFrom(Urn membership, FrozenSet<Msisdn> numbers) =>
        _seen.TryGetValue(membership, out var strangers) && strangers.Count > 0 ? numbers.Where(number => !strangers.Contains(number)).ToFrozenSet() : numbers;
}
