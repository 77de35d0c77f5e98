using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Inventory;

/// <summary>
/// Other customers of the same carrier. They take every n-th number that comes into question, counted over distinct numbers, so that the outcome
/// does not hang on timing.
/// </summary>
public sealed class Competitors
{
    private readonly EmulatorState _state;
    private readonly NumberStock _stock;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<string> _snatched = [];
    private CompetitorMoment _moment;
    private int _every;

    internal Competitors(EmulatorState state, NumberStock stock)
    {
        _state = state;
        _stock = stock;
    }

    /// <summary>The numbers they took, in order.</summary>
    public IReadOnlyList<string> Snatched
    {
        get
        {
            lock (_state.Gate)
                return [.. _snatched];
        }
    }

    /// <summary>Takes every <paramref name="nth"/> number from now on; 0 stops it.</summary>
    public void SnatchEvery(int nth, CompetitorMoment moment = CompetitorMoment.BeforePurchase)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(nth);
        lock (_state.Gate)
        {
            _every = nth;
            _moment = moment;
            _seen.Clear();
        }
    }

    internal void Reset()
    {
        _every = 0;
        _seen.Clear();
        _snatched.Clear();
    }

    internal void BeforePurchase(string number) => Act(CompetitorMoment.BeforePurchase, number);

    internal void AfterSearch(IEnumerable<string> shown)
    {
        foreach (var number in shown)
            Act(CompetitorMoment.AfterSearch, number);
    }

    private void Act(CompetitorMoment moment, string number)
    {
        if (_every == 0 || _moment != moment || _stock.Find(number) is null || !_seen.Add(number) || _seen.Count % _every != 0)
            return;
        _stock.Snatch(number);
        _snatched.Add(number);
    }
}

/// <summary>When a competitor takes a number.</summary>
public enum CompetitorMoment
{
    /// <summary>Just before a purchase arrives, which then fails.</summary>
    BeforePurchase,

    /// <summary>Right after a search has shown the number.</summary>
    AfterSearch,
}
