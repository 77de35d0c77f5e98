namespace PulumiNumbers.Carriers.Numbers;

/// <summary>What a carrier's numbers API can do, so that whatever it cannot is refused before any request rather than ignored.</summary>
public sealed record NumberCarrierCapabilities
{
    /// <summary>The settings that can be written.</summary>
    public required IReadOnlySet<NumberSetting> Settings { get; init; }

    /// <summary>Those of <see cref="Settings"/> that the carrier reports back. The others cannot be refreshed.</summary>
    public required IReadOnlySet<NumberSetting> ReportedSettings { get; init; }

    /// <summary>The features that the carrier tells apart.</summary>
    public required IReadOnlySet<NumberFeature> Features { get; init; }

    /// <summary>Whether numbers have a <see cref="NumberType"/>.</summary>
    public required bool Types { get; init; }

    /// <summary>Whether search, purchase and cancellation need the country.</summary>
    public required bool RequiresCountry { get; init; }

    /// <summary>Whether a set-up fee is quoted before the purchase, so that it can be limited.</summary>
    public required bool QuotesSetupFee { get; init; }

    /// <summary>Whether the payment interval can be chosen.</summary>
    public required bool PaymentIntervals { get; init; }

    /// <summary>Whether a number can be cancelled for the end of its billing period instead of at once.</summary>
    public required bool CancelsAtPeriodEnd { get; init; }
}
