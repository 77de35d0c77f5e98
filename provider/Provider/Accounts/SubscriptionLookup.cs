using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>Tells which numbers the configured Vonage account rents.</summary>
/// <param name="account">The account of the Numbers API with the same credentials.</param>
internal sealed class SubscriptionLookup(Func<NumberAccount> account) : ISubscriptionLookup
{
    // More than these cost fewer requests as a listing.
    private const int MostSingleReads = 3;

    /// <inheritdoc/>
    public async Task<IReadOnlySet<Msisdn>> FindOwnedAsync(IReadOnlyCollection<Msisdn> numbers, CancellationToken cancellationToken)
    {
        var vonage = account();
        if (numbers.Count > MostSingleReads)
        {
            var owned = vonage.Client.ListOwnedAsync(new OwnedNumberFilter(), cancellationToken);
            return await owned.Select(number => number.Number).Where(numbers.Contains).ToHashSetAsync(cancellationToken: cancellationToken);
        }

        var found = await Task.WhenAll(numbers.Select(number => vonage.FindAsync(number, cancellationToken)));
        return found.OfType<OwnedNumber>().Select(number => number.Number).ToHashSet();
    }
}
