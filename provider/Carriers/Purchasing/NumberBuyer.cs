using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Finds a number and buys it exactly once. Purchases that run side by side in one process take different numbers; one that somebody else
/// was faster to buy is passed over for the next; one that the account owns already is kept for the holder that had it and never bought.
/// </summary>
public sealed class NumberBuyer(INumberCarrier carrier, NumberClaims claims, PurchasingOptions options, TimeProvider time)
{
    private readonly Bidder _bidder = new(carrier, options, time);
    private readonly HeldNumbers _held = new(carrier, claims, options, time);

    /// <summary>Gets the holder a number.</summary>
    /// <exception cref="PurchaseException">No number could be had; the failure says why, and whether money may have been spent.</exception>
    /// <exception cref="CarrierException">The carrier refuses for a reason that every number would meet, or could not be reached. Nothing was bought.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was bought.</exception>
    public async Task<Purchase> BuyAsync(PurchaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await _held.FindAsync(request, claims.TakeOver, cancellationToken) is { } kept)
            return new Purchase { Number = kept.Number, Country = kept.Country, Bought = false, Owned = kept };

        using var grace = new GracefulCancellation(options.CancellationGrace, time, cancellationToken);
        try
        {
            return await SearchAndBuyAsync(request, grace);
        }
        finally
        {
            claims.Unreserve(request.Holder);
        }
    }

    /// <summary>
    /// What the purchase would come to: the offer that would be tried first, set aside for the holder so that no two quotations name the
    /// same number. Buys nothing.
    /// </summary>
    /// <exception cref="PurchaseException">Nothing on offer meets the request, or the account owns the number already.</exception>
    /// <exception cref="CarrierException">The carrier could not be asked.</exception>
    public async Task<NumberQuote> QuoteAsync(PurchaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await _held.FindAsync(request, claims.MayTakeOver, cancellationToken) is { } kept)
            return new NumberQuote(carrier.Name, kept.Number, kept.Country, Fees: null);

        var search = new OfferSearch(carrier, request, options.Offers);
        await foreach (var offer in search.FindAsync(cancellationToken).WithCancellation(cancellationToken))
        {
            if (Reserve(request, offer, search))
                return new NumberQuote(carrier.Name, offer.Number, offer.Country, offer.Fees);
        }

        throw Failed(PurchaseFailure.NothingSuitable, search.Explain(), request);
    }

    private async Task<Purchase> SearchAndBuyAsync(PurchaseRequest request, GracefulCancellation grace)
    {
        List<FailedCandidate> tried = [];
        while (true)
        {
            // Offers shift from page to page while numbers are sold, so a search that lost a race is worth repeating.
            var triedBefore = tried.Count;
            var search = new OfferSearch(carrier, request, options.Offers);
            await foreach (var offer in search.FindAsync(grace.Requested).WithCancellation(grace.Requested))
            {
                if (tried.Exists(failed => failed.Number == offer.Number) || !Reserve(request, offer, search))
                    continue;
                if (tried.Count == options.Candidates)
                    throw AllRefused(request, tried);

                if (await TryAsync(request, offer, grace) is not { } failed)
                    return new Purchase { Number = offer.Number, Country = offer.Country, Bought = true, Offer = offer, PassedOver = tried };
                tried.Add(failed);
            }

            if (tried.Count == 0)
                throw Failed(PurchaseFailure.NothingSuitable, search.Explain(), request);
            if (tried.Count == triedBefore)
                throw AllRefused(request, tried);
        }
    }

    /// <summary>Null where the offer was bought.</summary>
    private async Task<FailedCandidate?> TryAsync(PurchaseRequest request, AvailableNumber offer, GracefulCancellation grace)
    {
        // Whatever the account owns later on must have been bought here: so make sure that it does not own it yet.
        if (await carrier.FindOwnedAsync(offer.Country, offer.Number, grace.Requested) is not null)
            return new FailedCandidate(offer.Number, "the account owns it already");

        grace.Requested.ThrowIfCancellationRequested();
        var order = new NumberOrder(offer.Country, offer.Number, request.Criteria.PaymentInterval);
        try
        {
            if (await _bidder.BidAsync(order, grace) is { } refusal)
            {
                claims.NoteLost(Key(offer));
                return new FailedCandidate(offer.Number, Describe(refusal));
            }
        }
        catch (PurchaseException doubt) when (doubt.Failure == PurchaseFailure.OutcomeUnknown)
        {
            // It may be this holder's by now: bought by another one as well, two would have the same number.
            claims.Obtain(request.Holder, Key(offer));
            throw;
        }

        claims.Obtain(request.Holder, Key(offer));
        return null;
    }

    private bool Reserve(PurchaseRequest request, AvailableNumber offer, OfferSearch search)
    {
        var key = Key(offer);
        if ((request.Number is not null || !claims.IsLost(key)) && claims.TryReserve(request.Holder, key))
            return true;
        if (request.Number is not null)
            throw Failed(PurchaseFailure.Contested, $"{offer.Number} is claimed more than once in this run; only one can have it", request);

        search.NoteTaken();
        return false;
    }

    private static string Describe(CarrierException refusal)
    {
        var words = refusal.CarrierMessage ?? refusal.Kind.Describe();
        var marks = string.Join(", ", new[]
        {
            refusal.Code is { } code ? $"code {code}" : null,
            refusal.TraceId is { } trace ? $"trace id {trace}" : null,
        }.OfType<string>());
        return marks.Length == 0 ? words : $"{words} ({marks})";
    }

    private NumberKey Key(AvailableNumber offer) => new(carrier.Name, offer.Number);

    private PurchaseException AllRefused(PurchaseRequest request, List<FailedCandidate> tried) => Failed(
        PurchaseFailure.AllRefused,
        tried is [var only] ? $"could not buy {only}" : $"none of {tried.Count} numbers could be bought: {string.Join("; ", tried)}",
        request,
        tried);

    private PurchaseException Failed(
        PurchaseFailure failure, string what, PurchaseRequest request, IReadOnlyList<FailedCandidate>? tried = null) => new(failure, $"{carrier.Name}: {what}")
        {
            Carrier = carrier.Name,
            Number = request.Number,
            Country = request.Criteria.Country,
            Tried = tried ?? [],
        };
}
