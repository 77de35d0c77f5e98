using System.Collections.Concurrent;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Finds a number and buys it exactly once. Purchases that run side by side, in this process and in others of the deployment, take different numbers;
/// one that somebody else was faster to buy is passed over for the next; one that the account owns already is kept for the resource that had it and
/// never bought.
/// </summary>
public sealed class NumberBuyer
{
    private readonly INumberCarrier _carrier;
    private readonly NumberReservations _reservations;
    private readonly IPurchaseJournal _journal;
    private readonly PurchasingOptions _options;
    private readonly TimeProvider _time;
    private readonly PurchaseExecutor _executor;
    private readonly ExistingNumberLookup _existing;
    private readonly InterruptedPurchases _interrupted;
    private readonly NumberSearches _searches;
    private readonly NumberSearches _quotes;
    private readonly ConcurrentDictionary<NumberKey, string> _quoted = new();

    /// <summary>Makes the buyer of one account.</summary>
    public NumberBuyer(
        INumberCarrier carrier, NumberReservations reservations, IPurchaseJournal journal, AbsenceCheck absence, PurchasingOptions options, TimeProvider time)
    {
        (_carrier, _reservations, _journal, _options, _time) = (carrier, reservations, journal, options, time);
        _executor = new PurchaseExecutor(carrier, options, time);
        _existing = new ExistingNumberLookup(carrier, reservations, absence, options, time);
        _interrupted = new InterruptedPurchases(carrier, reservations, journal, _executor, absence);
        _searches = new NumberSearches(carrier, options, time);
        _quotes = new NumberSearches(carrier, options, time);
    }

    /// <summary>Gets the resource a number. Its journal entry stays until the caller has handed over the answer and strikes it out.</summary>
    /// <exception cref="PurchaseException">No number could be had; the failure says why, and whether money may have been spent.</exception>
    /// <exception cref="CarrierException">The carrier refuses for a reason that every number would meet, or could not be reached. Nothing was bought.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was bought.</exception>
    public async Task<Purchase> BuyAsync(PurchaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var isDone = false;
        using var grace = new GracefulCancellation(_options.CancellationGrace, _time, cancellationToken);
        try
        {
            var (purchase, gone) = await _interrupted.RecoverAsync(request, grace);
            if (purchase is null)
            {
                (purchase, var missing) = await _existing.FindAsync(request, _reservations.Adopt, grace.Requested);
                gone = missing ?? gone;
            }

            purchase ??= await SearchAndBuyAsync(request, grace);
            isDone = true;
            return purchase with { Gone = gone };
        }
        finally
        {
            _reservations.CancelReservation(request.Urn);
            if (!isDone)
                _reservations.MarkCreationFailed(request.Urn);
        }
    }

    /// <summary>Settles a purchase whose outcome a state leaves open: by a look, or by the order for the same number again.</summary>
    /// <exception cref="PurchaseException"><see cref="PurchaseFailure.IndeterminateOutcome"/>: it is still open.</exception>
    public async Task<Purchase> ConfirmAsync(PurchaseRequest request, HeldNumber held, CancellationToken cancellationToken)
    {
        using var grace = new GracefulCancellation(_options.CancellationGrace, _time, cancellationToken);
        return await _interrupted.ConfirmAsync(request, held, grace);
    }

    /// <summary>
    /// What the purchase would cost: the offer that would be tried first, set aside so that no two quotations name the same number. Buys nothing and
    /// reserves nothing.
    /// </summary>
    /// <exception cref="PurchaseException">No offer meets the request, or the account owns the number already.</exception>
    /// <exception cref="CarrierException">The carrier could not be asked.</exception>
    public async Task<NumberQuote> QuoteAsync(PurchaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (_interrupted.Find(request) is { } left)
            return new NumberQuote(_carrier.Name, left.Key.Number, left.Country, Fees: null);
        if (await _existing.FindAsync(request, _reservations.CanAdopt, cancellationToken) is { Kept: { } kept })
            return new NumberQuote(_carrier.Name, kept.Number, kept.Country, Fees: null);

        var search = _quotes.For(request);
        while (await search.NextAsync(cancellationToken) is { } offer)
        {
            var key = KeyOf(offer);
            if (_reservations.CanReserve(request.Urn, key) && _quoted.GetOrAdd(key, request.Urn) == request.Urn)
                return new NumberQuote(_carrier.Name, offer.Number, offer.Country, offer.Fees);
            if (request.Number is not null)
                throw Conflict(request, offer);
            search.CountReserved();
        }

        throw Failed(PurchaseFailure.NoMatch, search.Explain(), request);
    }

    private async Task<Purchase> SearchAndBuyAsync(PurchaseRequest request, GracefulCancellation grace)
    {
        List<RejectedCandidate> tried = [];
        var search = _searches.For(request);

        // A number on offer in a search of this run is not the account's, so no look is needed before the order.
        while (await search.NextAsync(grace.Requested) is { } offer)
        {
            if (!_reservations.TryReserve(request.Urn, KeyOf(offer), evenIfRefused: request.Number is not null))
            {
                if (request.Number is not null)
                    throw Conflict(request, offer);
                search.CountReserved();
                continue;
            }

            if (tried.Count == _options.MaxCandidates)
                throw AllRefused(request, tried);

            var (purchase, rejection) = await TryAsync(request, offer, grace);
            if (purchase is not null)
                return purchase with { Rejected = tried };
            tried.Add(rejection!);
        }

        throw tried.Count == 0 ? Failed(PurchaseFailure.NoMatch, search.Explain(), request) : AllRefused(request, tried);
    }

    private async Task<(Purchase? Purchase, RejectedCandidate? Rejection)> TryAsync(PurchaseRequest request, AvailableNumber offer, GracefulCancellation grace)
    {
        grace.Requested.ThrowIfCancellationRequested();
        var key = KeyOf(offer);
        var problem = _journal.TryWrite(request.Urn, new JournalEntry(_carrier.AccountId, key, offer.Country, _time.GetUtcNow(), IsOrdered: true));
        CarrierException? refusal;
        try
        {
            refusal = await _executor.PurchaseAsync(new NumberOrder(offer.Country, offer.Number, request.Criteria.PaymentInterval), grace);
        }
        catch (CarrierException)
        {
            _journal.Strike(request.Urn, key);
            throw;
        }
        catch (PurchaseException)
        {
            // It may be this resource's by now: bought for another one as well, two would have the same number.
            _reservations.Complete(request.Urn, key);
            throw;
        }

        if (refusal is null)
        {
            _reservations.Complete(request.Urn, key);
            return (new Purchase { Number = offer.Number, Country = offer.Country, Origin = PurchaseOrigin.Bought, Offer = offer, JournalProblem = problem }, null);
        }

        _reservations.MarkRefused(key);
        _journal.Strike(request.Urn, key);
        return (null, new RejectedCandidate(offer.Number, Describe(refusal)));
    }

    private static string Describe(CarrierException refusal)
    {
        var words = refusal.CarrierMessage ?? refusal.Kind.Describe();
        var details = string.Join(", ", new[]
        {
            refusal.Code is { } code ? $"code {code}" : null,
            refusal.TraceId is { } trace ? $"trace id {trace}" : null,
        }.OfType<string>());
        return details.Length == 0 ? words : $"{words} ({details})";
    }

    private NumberKey KeyOf(AvailableNumber offer) => new(_carrier.Name, offer.Number);

    private PurchaseException Conflict(PurchaseRequest request, AvailableNumber offer) => Failed(
        PurchaseFailure.Conflict,
        $"{offer.Number} is declared, held or bought by another resource of this deployment",
        request,
        other: _reservations.AlsoDeclaredBy(request.Urn, KeyOf(offer)));

    private PurchaseException AllRefused(PurchaseRequest request, List<RejectedCandidate> tried) => Failed(
        PurchaseFailure.AllRefused,
        tried is [var only] ? $"could not buy {only}" : $"none of {tried.Count} numbers could be bought: {string.Join("; ", tried)}",
        request,
        tried);

    private PurchaseException Failed(
        PurchaseFailure failure, string what, PurchaseRequest request, IReadOnlyList<RejectedCandidate>? tried = null, string? other = null) =>
        new(failure, $"{_carrier.Name}: {what}")
        {
            Carrier = _carrier.Name,
            Number = request.Number,
            Country = request.Criteria.Country,
            OtherUrn = other,
            Tried = tried ?? [],
        };
}
