using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>What the carriers can do, known without a connection to any of them.</summary>
internal static class NumberCarriers
{
    /// <summary>What a carrier can do.</summary>
    public static NumberCarrierCapabilities CapabilitiesOf(NumberCarrier carrier) => carrier switch
    {
        NumberCarrier.Kpn => NumberCarrierCapabilities.Kpn,
        NumberCarrier.Vonage => NumberCarrierCapabilities.Vonage,
        NumberCarrier.Seven => NumberCarrierCapabilities.Seven,
        _ => throw new ArgumentOutOfRangeException(nameof(carrier)),
    };

    /// <summary>How often the rent is due where nothing else is asked for: seven.io's own default, and the only interval of the others.</summary>
    public static PaymentInterval DefaultPaymentInterval(NumberCarrier carrier) =>
        CapabilitiesOf(carrier).PaymentIntervals ? PaymentInterval.Annually : PaymentInterval.Monthly;

    /// <summary>The carriers that can do something.</summary>
    public static IReadOnlyList<NumberCarrier> With(Func<NumberCarrierCapabilities, bool> ability) =>
        [.. Enum.GetValues<NumberCarrier>().Where(carrier => ability(CapabilitiesOf(carrier)))];
}
