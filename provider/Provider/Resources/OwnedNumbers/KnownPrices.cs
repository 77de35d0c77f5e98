using System.Collections.Concurrent;
using PulumiNumbers.Carriers.Purchasing;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>
/// What rented numbers cost by the states that a run has seen. KPN and Vonage quote a price with an offer only, and a number that is kept
/// through a replacement is not offered again.
/// </summary>
public sealed class KnownPrices
{
    private readonly ConcurrentDictionary<NumberKey, OwnedNumberState> _states = new();

    /// <summary>Remembers what a number costs.</summary>
    public void Note(OwnedNumberState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Currency is not null)
            _states[KeyOf(state)] = state;
    }

    /// <summary>The state with what is remembered of its price, where its carrier did not quote it.</summary>
    public OwnedNumberState Complete(OwnedNumberState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Currency is null && _states.TryGetValue(KeyOf(state), out var known)
            ? state with { MonthlyFee = known.MonthlyFee, SetupFee = known.SetupFee, Currency = known.Currency }
            : state;
    }

    private static NumberKey KeyOf(OwnedNumberState state) => new(EnumText.Of(state.Carrier), state.Number!.Value);
}
