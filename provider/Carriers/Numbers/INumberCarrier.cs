namespace PulumiNumbers.Carriers.Numbers;

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

    /// <summary>The account's numbers, page by page, in the carrier's order.</summary>
    IAsyncEnumerable<OwnedNumber> ListOwnedAsync(OwnedNumberFilter filter, CancellationToken cancellationToken);

    /// <summary>The account's number, with one request; null where the account does not own it.</summary>
    /// <param name="country">ISO 3166-1 alpha-2; null where not known.</param>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task<OwnedNumber?> FindOwnedAsync(string? country, Msisdn number, CancellationToken cancellationToken);

    /// <summary>
    /// Buys a number: money is spent. Sent once; <see cref="CarrierException.MayHaveTakenEffect"/> where the answer was lost.
    /// Kind <see cref="CarrierErrorKind.Conflict"/> where the number is not (or no longer) on offer.
    /// </summary>
    Task BuyAsync(NumberOrder order, CancellationToken cancellationToken);

    /// <summary>
    /// Gives a number up. Sent once; <see cref="CarrierException.MayHaveTakenEffect"/> where the answer was lost.
    /// Kind <see cref="CarrierErrorKind.NotFound"/> where the account does not own it.
    /// </summary>
    Task CancelAsync(NumberCancellation cancellation, CancellationToken cancellationToken);

    /// <summary>Writes the settings that are not null; empty ones are cleared.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 (KPN and Vonage need it).</param>
    /// <param name="number">The number, which the account owns.</param>
    /// <param name="settings">Only settings of <see cref="NumberCarrierCapabilities.Settings"/>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    Task ConfigureAsync(string country, Msisdn number, NumberSettings settings, CancellationToken cancellationToken);
}
