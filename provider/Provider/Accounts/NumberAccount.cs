using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Reads;
using PulumiNumbers.Provider.Resources.OwnedNumbers;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>An account from which numbers are rented.</summary>
public sealed class NumberAccount(NumberCarrier carrier, INumberCarrier client, TimeProvider timeProvider)
{
    private readonly SharedListing<Msisdn, CarrierNumber> _owned = new(new OwnedNumbersSource(client), new SharedListingOptions(), timeProvider);

    /// <summary>At which carrier.</summary>
    public NumberCarrier Carrier { get; } = carrier;

    /// <summary>The carrier's API.</summary>
    public INumberCarrier Client { get; } = client;

    /// <summary>The carrier's name as messages give it.</summary>
    public string Name => Client.Name;

    /// <summary>The number as the account rents it; null where it does not. Reads that come together share one listing.</summary>
    public Task<CarrierNumber?> FindAsync(Msisdn number, CancellationToken cancellationToken) => _owned.FindAsync(number, cancellationToken);

    /// <summary>Says that something was written to a number: what was read of it before no longer counts.</summary>
    public void Invalidate(Msisdn number) => _owned.Invalidate(number);

    /// <summary>The cheapest way to know what a purchase would cost: the first number on offer that would do; null where there is none.</summary>
    public async Task<AvailableNumber?> QuoteAsync(OwnedNumberArgs wanted, CancellationToken cancellationToken) =>
        await OffersAsync(wanted, cancellationToken).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Buys a number that does.</summary>
    public async Task<AvailableNumber> BuyAsync(OwnedNumberArgs wanted, CancellationToken cancellationToken)
    {
        var offer = await QuoteAsync(wanted, cancellationToken) ?? throw new Plugin.Failures.ResourceException(
            Plugin.Failures.FailureKind.FailedPrecondition, $"{Name} offers no number that meets the criteria.");
        await Client.BuyAsync(new NumberOrder(offer.Country, offer.Number, wanted.PaymentInterval ?? PaymentInterval.Monthly), cancellationToken);
        Invalidate(offer.Number);
        return offer;
    }

    /// <summary>Gives a number up.</summary>
    public async Task ReleaseAsync(OwnedNumberState state, Plugin.Logging.IResourceLog log, CancellationToken cancellationToken)
    {
        await Client.CancelAsync(new NumberCancellation(state.Country!, state.Number!.Value, state.DeleteImmediately ?? false), cancellationToken);
        Invalidate(state.Number!.Value);
    }

    private IAsyncEnumerable<AvailableNumber> OffersAsync(OwnedNumberArgs wanted, CancellationToken cancellationToken) =>
        Client.SearchAsync(
            new NumberCriteria
            {
                Country = wanted.Country,
                Pattern = wanted.Number?.ToString() ?? wanted.Pattern,
                SearchPattern = wanted.Number is null ? wanted.SearchPattern ?? SearchPattern.StartsWith : SearchPattern.StartsWith,
                Type = wanted.Type,
                Features = wanted.Features ?? new HashSet<NumberFeature>(),
                PaymentInterval = wanted.PaymentInterval ?? PaymentInterval.Monthly,
            },
            cancellationToken);
}
