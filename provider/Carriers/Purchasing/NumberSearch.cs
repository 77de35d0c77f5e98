using System.Collections.Concurrent;
using System.Globalization;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>The searches of one account, each shared by all purchases with the same criteria and limits.</summary>
internal sealed class NumberSearches(INumberCarrier carrier, PurchasingOptions options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, NumberSearch> _searches = new(StringComparer.Ordinal);

    /// <summary>The search that serves a request. One for a particular number is not shared: nobody else wants that number.</summary>
    public NumberSearch For(PurchaseRequest request) => request.Number is null
        ? _searches.GetOrAdd(KeyOf(request), _ => new NumberSearch(carrier, request, options, time))
        : new NumberSearch(carrier, request, options, time);

    private static string KeyOf(PurchaseRequest request) => string.Create(
        CultureInfo.InvariantCulture,
        $"{request.Criteria.Country}|{request.Criteria.Pattern}|{request.Criteria.SearchPattern}|{request.Criteria.Type}|{string.Join(',', request.Criteria.Features.Order())}|{request.Criteria.PaymentInterval}|{request.Limits.Monthly}|{request.Limits.Setup}");
}

/// <summary>
/// Pages through what a carrier offers, in the carrier's order, and hands out each suitable offer once, however many purchases draw from it. The
/// next page is fetched when the last one is used up. It keeps count of the rest, so that an empty result can be explained.
/// </summary>
internal sealed class NumberSearch(INumberCarrier carrier, PurchaseRequest request, PurchasingOptions options, TimeProvider time)
{
    /// <summary>For how long a search that found nothing new is not repeated.</summary>
    private static readonly TimeSpan ExhaustedFor = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly HashSet<Msisdn> _seen = [];
    private IAsyncEnumerator<AvailableNumber>? _round;
    private CancellationTokenSource? _roundCancellation;
    private int _newInRound;
    private long? _exhaustedAt;
    private int _unsuitable;
    private int _overLimit;
    private int _reserved;
    private string? _mismatch;
    private AvailableNumber? _cheapest;

    /// <summary>The next offer that meets the request and was not handed out before; null where there is none.</summary>
    public async Task<AvailableNumber?> NextAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(CancellationToken.None);
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            while (await ReadAsync(cancellationToken) is { } offer)
            {
                if (IsSuitable(offer) && IsAffordable(offer))
                    return offer;
            }

            return null;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Counts an offer that was handed out, but that another resource has or that was refused before.</summary>
    public void CountReserved() => Interlocked.Increment(ref _reserved);

    /// <summary>Why there was nothing to buy.</summary>
    public string Explain()
    {
        var matching = _seen.Count - _unsuitable - _overLimit - _reserved;
        if (_seen.Count == 0)
            return request.Number is { } number ? $"{number} is not available" : "no available number meets the criteria";

        List<string> reasons = [];
        if (_unsuitable > 0)
            reasons.Add($"{Count(_unsuitable)}, for example {_mismatch}");
        if (_overLimit > 0)
            reasons.Add($"{Count(_overLimit)} cost too much, the cheapest is {_cheapest!.Number}: {request.Limits.GetViolation(_cheapest.Fees)}");
        if (_reserved > 0)
            reasons.Add($"{Count(_reserved)} are reserved for other resources or were refused before");
        if (matching > 0)
            reasons.Add($"{Count(matching)} were bought for other resources");
        return $"0 of {Count(_seen.Count)} available numbers match ({string.Join("; ", reasons)})";
    }

    /// <summary>The next offer that was not seen before, of a new round where the last one has ended.</summary>
    private async Task<AvailableNumber?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_exhaustedAt is { } exhausted && time.GetElapsedTime(exhausted) < ExhaustedFor)
            return null;

        while (_seen.Count < options.MaxOffers)
        {
            if (_round is null)
            {
                // Numbers that are sold move the others up, across the borders of pages: what one round skipped the next one finds.
                _roundCancellation = new CancellationTokenSource();
                _round = carrier.SearchAsync(Criteria(), _roundCancellation.Token).GetAsyncEnumerator(CancellationToken.None);
                _newInRound = 0;
            }

            if (await MoveNextAsync(cancellationToken))
            {
                var offer = _round.Current;
                if ((request.Number is { } number && offer.Number != number) || !_seen.Add(offer.Number))
                    continue;
                _newInRound++;
                return offer;
            }

            await EndRoundAsync();
            if (_newInRound > 0)
                continue;
            _exhaustedAt = time.GetTimestamp();
            return null;
        }

        return null;
    }

    /// <summary>A purchase that is cancelled while it reads ends the round; the next purchase begins another one.</summary>
    private async Task<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var registration = cancellationToken.Register(_roundCancellation!.Cancel);
            return await _round!.MoveNextAsync();
        }
        catch
        {
            await EndRoundAsync();
            throw;
        }
    }

    private async Task EndRoundAsync()
    {
        var ended = _round!;
        _round = null;
        await ended.DisposeAsync();
        _roundCancellation?.Dispose();
    }

    private NumberCriteria Criteria() => request.Number is { } number
        ? new NumberCriteria
        {
            Country = request.Criteria.Country,
            Pattern = number.Digits,
            SearchPattern = SearchPattern.StartsWith,
            PaymentInterval = request.Criteria.PaymentInterval,
        }
        : request.Criteria;

    private bool IsSuitable(AvailableNumber offer)
    {
        if (request.Criteria.Type is { } type && offer.Type != type)
            _mismatch ??= $"{offer.Number}: type is {offer.Type?.ToString() ?? "unknown"}, not {type}";
        else if (!request.Criteria.Features.IsSubsetOf(offer.Features))
            _mismatch ??= $"{offer.Number}: missing feature {string.Join(", ", request.Criteria.Features.Except(offer.Features).Order())}";
        else
            return true;

        _unsuitable++;
        return false;
    }

    private bool IsAffordable(AvailableNumber offer)
    {
        if (request.Limits.GetViolation(offer.Fees) is null)
            return true;

        _overLimit++;
        if (_cheapest is null || (offer.Fees.PerMonth ?? decimal.MaxValue) < (_cheapest.Fees.PerMonth ?? decimal.MaxValue))
            _cheapest = offer;
        return false;
    }

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
