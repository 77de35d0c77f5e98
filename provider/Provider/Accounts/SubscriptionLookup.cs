using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>Tells which numbers were bought in this deployment, or are listed for the configured Vonage account.</summary>
/// <param name="account">The account of the Numbers API with the same credentials.</param>
/// <param name="reservations">What this deployment bought: the owned list may not show it yet, and KPN's numbers are in no list of Vonage's.</param>
internal sealed class SubscriptionLookup(Func<NumberAccount> account, NumberReservations reservations) : ISubscriptionLookup
{
    // More than these cost fewer requests as a listing.
    private const int MostSingleReads = 3;

    /// <inheritdoc/>
    public async Task<IReadOnlySet<Msisdn>> FindOwnedAsync(IReadOnlyCollection<Msisdn> numbers, CancellationToken cancellationToken)
    {
        var owned = numbers.Where(reservations.WasAcquired).ToHashSet();
        var others = numbers.Where(number => !owned.Contains(number)).ToHashSet();
        if (others.Count > MostSingleReads)
        {
            await foreach (var number in account().Client.ListOwnedAsync(new OwnedNumberFilter(), cancellationToken))
            {
                if (others.Contains(number.Number))
                    owned.Add(number.Number);
            }
        }
        else if (others.Count > 0)
        {
            var vonage = account();
            var found = await Task.WhenAll(others.Select(number => vonage.FindAsync(number, cancellationToken)));
            owned.UnionWith(found.OfType<OwnedNumber>().Select(number => number.Number));
        }

        return owned;
    }
}
