using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Reads;

/// <summary>The numbers that one carrier account owns.</summary>
public sealed class OwnedNumbersSource(INumberCarrier carrier) : IListingSource<Msisdn, OwnedNumber>
{
    private static readonly OwnedNumberFilter Everything = new();

    /// <summary>False for a carrier that lists everything in one response: then one listing serves one reader as well as a thousand.</summary>
    public bool FindsOne => carrier.Capabilities.PagesOwnedNumbers;

    /// <inheritdoc/>
    public Msisdn KeyOf(OwnedNumber item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Number;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<OwnedNumber> ListAsync(CancellationToken cancellationToken) =>
        carrier.ListOwnedAsync(Everything, cancellationToken);

    /// <inheritdoc/>
    public Task<OwnedNumber?> FindOneAsync(Msisdn key, CancellationToken cancellationToken) =>
        carrier.FindOwnedAsync(country: null, key, cancellationToken);
}
