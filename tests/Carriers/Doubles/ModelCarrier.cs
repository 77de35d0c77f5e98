using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>
/// A numbers carrier in memory: what is on offer, what the account owns, and every sale to it. It can lose answers, learn late of its own
/// sales, and sell to others in between.
/// </summary>
internal sealed class ModelCarrier(NumberCarrierCapabilities capabilities) : INumberCarrier
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Msisdn, int> _unseen = [];

    public string Name => "model";

    public string AccountId => "model-account";

    public NumberCarrierCapabilities Capabilities => capabilities;

    public List<AvailableNumber> OnOffer { get; } = [];

    public Dictionary<Msisdn, OwnedNumber> Owned { get; } = [];

    /// <summary>Each sale to this account, in order.</summary>
    public List<Msisdn> Sales { get; } = [];

    /// <summary>How many questions after a sale are answered as if it had not happened.</summary>
    public int LearnsOfSalesAfter { get; set; }

    /// <summary>Whether a competitor snatches the number between its being found and its being bought.</summary>
    public Func<Msisdn, bool> IsSnatched { get; set; } = _ => false;

    public Func<string, NumberFault> Faults { get; set; } = _ => NumberFault.None;

    public Action<string> Before { get; set; } = _ => { };

    /// <summary>The operations, in order: <c>search</c>, <c>list</c>, <c>find</c>, <c>buy</c>, <c>cancel</c>.</summary>
    public List<string> Requests { get; } = [];

    public static ModelCarrier Nexmo() => new(NumberCarrierCapabilities.Kpn);

    public static ModelCarrier Seven() => new(NumberCarrierCapabilities.Seven);

    public bool Owns(Msisdn number)
    {
        lock (_lock)
            return Owned.ContainsKey(number);
    }

    public ModelCarrier Offer(int first, int count, decimal? monthly = 1.25m, decimal? setup = null)
    {
        OnOffer.AddRange(Enumerable.Range(first, count).Select(index => new AvailableNumber
        {
            Number = Some.Number(index),
            Country = "GB",
            Type = NumberType.MobileLvn,
            Features = new HashSet<NumberFeature> { NumberFeature.Sms, NumberFeature.Voice },
            Fees = new NumberFees { Recurring = monthly, Setup = setup },
        }));
        return this;
    }

    public ModelCarrier Own(int index, DateTimeOffset? expires = null)
    {
        Owned[Some.Number(index)] = new OwnedNumber { Number = Some.Number(index), Country = "GB", Expires = expires };
        return this;
    }

    /// <summary>Answers the next looks for a number as if the account did not own it.</summary>
    public void Hide(Msisdn number, int looks) => _unseen[number] = looks;

    public async IAsyncEnumerable<AvailableNumber> SearchAsync(NumberCriteria criteria, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        AvailableNumber[] offers;
        lock (_lock)
        {
            Fail(Begin("search"));
            offers = [.. OnOffer.Where(offer => criteria.Pattern is null || offer.Number.Digits.StartsWith(criteria.Pattern, StringComparison.Ordinal))];
        }

        foreach (var offer in offers)
            yield return offer;
    }

    public async IAsyncEnumerable<OwnedNumber> ListOwnedAsync(OwnedNumberFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        OwnedNumber[] owned;
        lock (_lock)
        {
            Fail(Begin("list"));
            owned = [.. Owned.Values];
        }

        foreach (var number in owned)
            yield return number;
    }

    public async Task<OwnedNumber?> FindOwnedAsync(string? country, Msisdn number, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            Fail(Begin("find"));
            if (!_unseen.TryGetValue(number, out var unseen) || unseen == 0)
                return Owned.GetValueOrDefault(number);
            _unseen[number] = unseen - 1;
            return null;
        }
    }

    public Task BuyAsync(NumberOrder order, CancellationToken cancellationToken) => WriteAsync("buy", () =>
    {
        if (IsSnatched(order.Number))
            OnOffer.RemoveAll(offer => offer.Number == order.Number);
        if (OnOffer.RemoveAll(offer => offer.Number == order.Number) == 0)
            throw Some.Error(CarrierErrorKind.Conflict, "420");

        Owned.Add(order.Number, new OwnedNumber { Number = order.Number, Country = order.Country });
        Sales.Add(order.Number);
        _unseen[order.Number] = LearnsOfSalesAfter;
    });

    public Task CancelAsync(NumberCancellation cancellation, CancellationToken cancellationToken) => WriteAsync("cancel", () =>
    {
        if (!Owned.TryGetValue(cancellation.Number, out var owned))
            throw Some.Error(CarrierErrorKind.NotFound);
        if (capabilities.CancelsAtPeriodEnd && !cancellation.Immediately)
            Owned[cancellation.Number] = owned with { Expires = new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero) };
        else
            Owned.Remove(cancellation.Number);
    });

    public Task ConfigureAsync(NumberUpdate update, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    private async Task WriteAsync(string request, Action write)
    {
        await Task.Yield();
        lock (_lock)
        {
            var fault = Begin(request);
            if (fault is NumberFault.LostAfterEffect or NumberFault.DownAfterEffect or NumberFault.GarbledAfterEffect)
                write();
            Fail(fault);
            write();
        }
    }

    private NumberFault Begin(string request)
    {
        Before(request);
        Requests.Add(request);
        return Faults(request);
    }

    private static void Fail(NumberFault fault)
    {
        switch (fault)
        {
            case NumberFault.None:
                return;
            case NumberFault.RateLimited:
                throw Some.Error(CarrierErrorKind.RateLimited);
            case NumberFault.NeverSent:
                throw new CarrierException(CarrierErrorKind.Unavailable) { Carrier = "model", Operation = "connect", RequestNotSent = true };
            case NumberFault.LostBeforeEffect or NumberFault.LostAfterEffect:
                throw Some.Error(CarrierErrorKind.Ambiguous);
            case NumberFault.DownBeforeEffect or NumberFault.DownAfterEffect:
                throw Some.Error(CarrierErrorKind.Unavailable);
            case NumberFault.GarbledAfterEffect:
                throw Some.Error(CarrierErrorKind.Unexpected);
            default:
                throw new ArgumentOutOfRangeException(nameof(fault), fault, null);
        }
    }
}
