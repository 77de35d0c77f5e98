using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Carriers.Reads;
using PulumiNumbers.Provider.Resources.OwnedNumbers;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>An account from which numbers are rented.</summary>
/// <param name="carrier">At which carrier.</param>
/// <param name="client">The carrier's API.</param>
/// <param name="claims">Which resources have and want which numbers in this run.</param>
/// <param name="timeProvider">The clock.</param>
public sealed class NumberAccount(NumberCarrier carrier, INumberCarrier client, NumberClaims claims, TimeProvider timeProvider)
{
    private static readonly PurchasingOptions Options = new();

    private readonly SharedListing<Msisdn, CarrierNumber> _owned = new(new OwnedNumbersSource(client), new SharedListingOptions(), timeProvider);

    /// <summary>At which carrier.</summary>
    public NumberCarrier Carrier { get; } = carrier;

    /// <summary>The carrier's API.</summary>
    public INumberCarrier Client { get; } = client;

    /// <summary>Finds and buys numbers.</summary>
    public NumberBuyer Buyer { get; } = new(client, claims, Options, timeProvider);

    /// <summary>Gives numbers up.</summary>
    public NumberReleaser Releaser { get; } = new(client, claims, Options, timeProvider);

    /// <summary>The carrier's name as messages give it.</summary>
    public string Name => Client.Name;

    /// <summary>The number as the account rents it; null where it does not. Reads that come together share one listing.</summary>
    public Task<CarrierNumber?> FindAsync(Msisdn number, CancellationToken cancellationToken) => _owned.FindAsync(number, cancellationToken);

    /// <summary>Says that something was written to a number: what was read of it before no longer counts.</summary>
    public void Invalidate(Msisdn number) => _owned.Invalidate(number);
}
