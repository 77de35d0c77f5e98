namespace PulumiNumbers.Carriers.Numbers;

/// <summary>What to buy.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 (KPN and Vonage need it).</param>
/// <param name="Number">The number.</param>
/// <param name="PaymentInterval">How often the rent is due (seven.io).</param>
public sealed record NumberOrder(string Country, Msisdn Number, PaymentInterval PaymentInterval = PaymentInterval.Monthly);

/// <summary>What to give up, and when.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 (KPN and Vonage need it).</param>
/// <param name="Number">The number.</param>
/// <param name="Immediately">At once rather than at the end of the billing period (seven.io). KPN and Vonage always cancel at once.</param>
public sealed record NumberCancellation(string Country, Msisdn Number, bool Immediately = false);

/// <summary>Settings to write.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 (KPN and Vonage need it).</param>
/// <param name="Number">The number, which the account owns.</param>
/// <param name="Changes">The settings to change: null leaves one as it is, empty clears it. Only settings that the carrier supports.</param>
public sealed record NumberUpdate(string Country, Msisdn Number, NumberSettings Changes)
{
    /// <summary>
    /// What the caller last wrote. Settings that the carrier never reports (<c>moSmppSysType</c>, <c>voiceStatusCallback</c>) are sent again from here,
    /// because an update clears what it does not carry; the others too where the carrier does not list the number yet.
    /// </summary>
    public NumberSettings LastKnown { get; init; } = new();

    /// <summary>The number as it was just read, in place of a read of its own: settings made in a dashboard are sent again from it.</summary>
    public OwnedNumber? Current { get; init; }
}

/// <summary>
/// A carrier from which numbers are rented: one account of KPN, Vonage or seven.io. Every method throws
/// <see cref="CarrierException"/> where the carrier refuses or fails; reads and settings have been repeated by then, purchases and
/// cancellations never where their outcome is unknown.
/// </summary>
public interface INumberCarrier
{
    /// <summary><c>kpn</c>, <c>vonage</c> or <c>seven</c>.</summary>
    string Name { get; }

    /// <summary>
    /// The account: the id of the key by which it is used, or a fingerprint of the secret where the key has no id (<c>sha256:</c> and 12 hexadecimal
    /// digits). Never a secret.
    /// </summary>
    string AccountId { get; }

    /// <summary>What this carrier can do.</summary>
    NumberCarrierCapabilities Capabilities { get; }

    /// <summary>The numbers on offer that meet the criteria, page by page, in the carrier's order.</summary>
    IAsyncEnumerable<AvailableNumber> SearchAsync(NumberCriteria criteria, CancellationToken cancellationToken);

    /// <summary>
    /// The account's numbers, page by page, in the carrier's order: all of them, or an error. Kind <see cref="CarrierErrorKind.Unsupported"/>, with nothing
    /// sent, for a filter that the carrier does not have.
    /// </summary>
    IAsyncEnumerable<OwnedNumber> ListOwnedAsync(OwnedNumberFilter filter, CancellationToken cancellationToken);

    /// <summary>The account's number, with one request; null where the account does not own it.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null where not known.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<OwnedNumber?> FindOwnedAsync(string? country, Msisdn number, CancellationToken cancellationToken);

    /// <summary>
    /// Buys a number: money is spent. Sent once; <see cref="CarrierException.IsIndeterminate"/> where the response was lost.
    /// Kind <see cref="CarrierErrorKind.Conflict"/> where the number is not (or no longer) on offer.
    /// </summary>
    Task BuyAsync(NumberOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a number up. Sent once; <see cref="CarrierException.IsIndeterminate"/> where the response was lost.
    /// Kind <see cref="CarrierErrorKind.NotFound"/> where the account does not own it.
    /// </summary>
    Task CancelAsync(NumberCancellation cancellation, CancellationToken cancellationToken);

    /// <summary>Writes settings: with those that change goes every other one that is known, so that nothing is cleared by leaving it out.</summary>
    Task ConfigureAsync(NumberUpdate update, CancellationToken cancellationToken);
}

/// <summary>Shorter forms of the carrier's operations.</summary>
public static class NumberCarrierExtensions
{
    /// <summary>Writes settings of a number about which nothing more is known than what the carrier reports.</summary>
    public static Task ConfigureAsync(
        this INumberCarrier carrier, string country, Msisdn number, NumberSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(carrier);
        return carrier.ConfigureAsync(new NumberUpdate(country, number, settings), cancellationToken);
    }
}
