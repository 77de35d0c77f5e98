using System.Collections.Concurrent;
using PulumiNumbers.Carriers.Purchasing;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>
/// What rented numbers cost by the states that this deployment has seen. KPN and Vonage quote a price with an offer only, and a number that is kept
/// through a replacement is not offered again.
/// </summary>
public sealed class KnownPrices
{
    private readonly ConcurrentDictionary<NumberKey, OwnedNumberState> _states = new();

    /// <summary>Forgets everything.</summary>
    public void Clear() => _states.Clear();

    /// <summary>Remembers what a number costs.</summary>
    public void Record(OwnedNumberState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Number is not null)
            _states[KeyOf(state)] = state;
    }

    /// <summary>The state with what is remembered of its purchase, where its carrier did not report it.</summary>
    public OwnedNumberState Complete(OwnedNumberState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (!_states.TryGetValue(KeyOf(state), out var known))
            return state;
        return state with
        {
            MonthlyFee = state.MonthlyFee ?? known.MonthlyFee,
            SetupFee = state.SetupFee ?? known.SetupFee,
            Currency = state.Currency ?? known.Currency,
            PurchasedAt = state.PurchasedAt ?? known.PurchasedAt,
        };
    }

    private static NumberKey KeyOf(OwnedNumberState state) => new(EnumText.Of(state.Carrier), state.Number!.Value);
}
