using System.Globalization;
using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Pages through what a carrier offers, in the carrier's order, and lets through what meets a request. It keeps count of the rest, so that
/// an empty result can be explained.
/// </summary>
internal sealed class OfferSearch(INumberCarrier carrier, PurchaseRequest request, int mostOffers)
{
    private int _seen;
    private int _unsuitable;
    private int _tooDear;
    private int _taken;
    private string? _mismatch;
    private AvailableNumber? _cheapest;

    public async IAsyncEnumerable<AvailableNumber> FindAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var offer in carrier.SearchAsync(Criteria(), cancellationToken).WithCancellation(cancellationToken))
        {
            if (request.Number is { } number && offer.Number != number)
                continue;
            if (_seen == mostOffers)
                yield break;

            _seen++;
            if (Suits(offer) && IsAffordable(offer))
                yield return offer;
        }
    }

    /// <summary>Counts an offer that was let through, but that others in this run are buying or have tried in vain.</summary>
    public void NoteTaken() => _taken++;

    /// <summary>Why there was nothing to buy.</summary>
    public string Explain()
    {
        if (_seen == 0)
            return request.Number is { } number ? $"{number} is not on offer" : "nothing on offer meets the criteria";

        List<string> reasons = [];
        if (_unsuitable > 0)
            reasons.Add(Count(_unsuitable, $"will not do ({_mismatch})"));
        if (_tooDear > 0)
            reasons.Add(Count(_tooDear, $"cost too much (the cheapest is {_cheapest!.Number}: {request.Limits.Objection(_cheapest.Fees)})"));
        if (_taken > 0)
            reasons.Add(Count(_taken, "are being bought or were tried in vain by others in this run"));
        return string.Create(CultureInfo.InvariantCulture, $"of {_seen} on offer, {string.Join(", ", reasons)}");
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}");

    private NumberCriteria Criteria() => request.Number is { } number
        ? new NumberCriteria
        {
            Country = request.Criteria.Country,
            Pattern = number.Digits,
            SearchPattern = SearchPattern.StartsWith,
            PaymentInterval = request.Criteria.PaymentInterval,
        }
        : request.Criteria;

    private bool Suits(AvailableNumber offer)
    {
        if (request.Criteria.Type is { } type && offer.Type != type)
            _mismatch ??= $"{offer.Number} is {offer.Type?.ToString() ?? "of unknown type"}, not {type}";
        else if (!request.Criteria.Features.IsSubsetOf(offer.Features))
            _mismatch ??= $"{offer.Number} lacks {string.Join(", ", request.Criteria.Features.Except(offer.Features).Order())}";
        else
            return true;

        _unsuitable++;
        return false;
    }

    private bool IsAffordable(AvailableNumber offer)
    {
        if (request.Limits.Objection(offer.Fees) is null)
            return true;

        _tooDear++;
        if (_cheapest is null || offer.Fees.PerMonth < _cheapest.Fees.PerMonth)
            _cheapest = offer;
        return false;
    }
}
