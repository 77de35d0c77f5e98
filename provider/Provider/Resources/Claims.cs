using PulumiNumbers.Plugin.Resources;

namespace PulumiNumbers.Provider.Resources;

/// <summary>
/// Remembers, for one run of the engine, which resource wants which real thing and which one holds it by its state. An engine
/// creates a replacement before it deletes what it replaces, and knows the two only by their URN: without this memory the deletion
/// would take away what the creation has just been given.
/// </summary>
/// <typeparam name="TThing">What names the real thing, such as a carrier and a number.</typeparam>
public sealed class Claims<TThing>
    where TThing : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Urn, TThing> _wanted = [];
    private readonly Dictionary<TThing, HashSet<Urn>> _claimants = [];
    private readonly Dictionary<TThing, Urn> _holders = [];

    /// <summary>Forgets everything: a new run begins.</summary>
    public void Reset()
    {
        lock (_gate)
        {
            _wanted.Clear();
            _claimants.Clear();
            _holders.Clear();
        }
    }

    /// <summary>A resource wants a thing, as its inputs, its creation or an update without a replacement say. It then wants no other.</summary>
    public void Want(Urn urn, TThing thing)
    {
        lock (_gate)
        {
            Withdraw(urn);
            _wanted[urn] = thing;
            if (!_claimants.TryGetValue(thing, out var claimants))
                _claimants[thing] = claimants = [];
            claimants.Add(urn);
        }
    }

    /// <summary>It is not known, or does not matter, which thing a resource wants: it has no claim to any.</summary>
    public void WantAny(Urn urn)
    {
        lock (_gate)
            Withdraw(urn);
    }

    /// <summary>The state that was saved last says that a resource holds a thing.</summary>
    public void Hold(Urn urn, TThing thing)
    {
        lock (_gate)
            _holders[thing] = urn;
    }

    /// <summary>The resource that holds a thing by its state; null where none was seen.</summary>
    public Urn? HolderOf(TThing thing)
    {
        lock (_gate)
            return _holders.TryGetValue(thing, out var holder) ? holder : null;
    }

    /// <summary>Whether a resource that held a thing is known to want another one in this run.</summary>
    public bool HasMovedOn(Urn urn, TThing thing)
    {
        lock (_gate)
            return _wanted.TryGetValue(urn, out var wanted) && !EqualityComparer<TThing>.Default.Equals(wanted, thing);
    }

    /// <summary>A resource that wants a thing, a certain other one for preference; null where none does.</summary>
    public Urn? ClaimantOf(TThing thing, Urn otherThan)
    {
        lock (_gate)
        {
            if (!_claimants.TryGetValue(thing, out var claimants) || claimants.Count == 0)
                return null;
            return claimants.Where(urn => urn != otherThan).Select(urn => (Urn?)urn).FirstOrDefault() ?? otherThan;
        }
    }

    private void Withdraw(Urn urn)
    {
        if (_wanted.Remove(urn, out var thing))
            _claimants[thing].Remove(urn);
    }
}
