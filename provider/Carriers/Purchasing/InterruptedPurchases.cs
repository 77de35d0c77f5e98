using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Takes what interrupted runs ordered or kept for a resource before anything is bought for it. An order whose outcome is open is completed with the
/// same number or fails; it is never followed by another.
/// </summary>
internal sealed class InterruptedPurchases(
    INumberCarrier carrier, NumberReservations reservations, IPurchaseJournal journal, PurchaseExecutor executor, AbsenceCheck absence)
{
    /// <summary>The number that the resource is to have because of an earlier run, by what is known without asking; null where there is none.</summary>
    public JournalEntry? Find(PurchaseRequest request) => Entries(request).FirstOrDefault(entry => request.Accepts(entry.Key, entry.Country));

    /// <summary>Gets the resource the number that an earlier run left; null where there is none.</summary>
    /// <exception cref="PurchaseException">The number is not the one that is asked for, or what became of the order is still not known.</exception>
    public async Task<(Purchase? Recovered, Msisdn? Gone)> RecoverAsync(PurchaseRequest request, GracefulCancellation grace)
    {
        Msisdn? gone = null;
        foreach (var entry in Entries(request))
        {
            // It has gone to another resource since.
            if (reservations.CanAdopt(request.Urn, entry.Key) == AdoptionResult.Conflict)
                journal.Strike(request.Urn, entry.Key);
            else if (await RecoverAsync(request, entry, grace) is { } recovered)
                return (recovered, gone);
            else
                gone = entry.Key.Number;
        }

        return (null, gone);
    }

    /// <summary>Settles the purchase of a number that a state has and that was never confirmed.</summary>
    /// <exception cref="PurchaseException">It is still open.</exception>
    public async Task<Purchase> ConfirmAsync(PurchaseRequest request, HeldNumber held, GracefulCancellation grace) =>
        await TakeAsync(request, held.Key, held.Country ?? "", owned: null, grace);

    private IEnumerable<JournalEntry> Entries(PurchaseRequest request)
    {
        var entries = journal.Read(request.Urn, carrier.Name, carrier.AccountId);
        return reservations.HeldBy(request.Urn, carrier.Name) is { IsUnconfirmed: true } held && entries.All(entry => entry.Key != held.Key)
            ? [.. entries, new JournalEntry(carrier.AccountId, held.Key, held.Country ?? "", held.Since ?? default, IsOrdered: true)]
            : entries;
    }

    private async Task<Purchase?> RecoverAsync(PurchaseRequest request, JournalEntry entry, GracefulCancellation grace)
    {
        var number = entry.Key.Number;
        var owned = await carrier.FindOwnedAsync(entry.Country, number, grace.Requested);
        if (owned is null && !entry.IsOrdered && (owned = (await absence.RunAsync(new HeldNumber(entry.Key, entry.Country), grace.Requested)).Number) is null)
        {
            journal.Strike(request.Urn, entry.Key);
            return null;
        }

        if (!request.Accepts(entry.Key, entry.Country))
            throw NotWanted(request, entry, owned);
        return await TakeAsync(request, entry.Key, entry.Country, owned, grace);
    }

    private async Task<Purchase> TakeAsync(PurchaseRequest request, NumberKey key, string country, OwnedNumber? owned, GracefulCancellation grace)
    {
        try
        {
            if (owned is null)
                await executor.CompleteAsync(new NumberOrder(country, key.Number, request.Criteria.PaymentInterval), grace);
        }
        finally
        {
            // Also where it is still open: bought for another resource as well, two would have the same number.
            reservations.Complete(request.Urn, key);
        }

        return new Purchase { Number = key.Number, Country = country, Origin = PurchaseOrigin.Recovered, Owned = owned };
    }

    private PurchaseException NotWanted(PurchaseRequest request, JournalEntry entry, OwnedNumber? owned)
    {
        // Said once: the next run buys what the program declares now.
        journal.Strike(request.Urn, entry.Key);
        var what = owned is null
            ? $"an interrupted run ordered {entry.Key.Number} for this resource, and whether it was bought is not known"
            : $"an interrupted run left {entry.Key.Number} rented for this resource, and it is in no state";
        return new PurchaseException(PurchaseFailure.InterruptedPurchase, $"{carrier.Name}: {what}")
        {
            Carrier = carrier.Name,
            Number = entry.Key.Number,
            Country = entry.Country,
        };
    }
}
