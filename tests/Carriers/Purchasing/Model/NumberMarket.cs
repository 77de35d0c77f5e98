using System.Globalization;
using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing.Model;

/// <summary>How the carrier of one case behaves.</summary>
internal sealed record MarketBehavior
{
    /// <summary>How long the list of owned numbers lags behind purchases and cancellations.</summary>
    public TimeSpan ListLag { get; init; }

    /// <summary>How long the search lags behind sales.</summary>
    public TimeSpan SearchLag { get; init; }

    /// <summary>The probability of a fault in an order or a cancellation.</summary>
    public double WriteFaults { get; init; }

    /// <summary>The probability of a fault in a look, a listing or a search.</summary>
    public double ReadFaults { get; init; }

    /// <summary>The probability that a competitor is faster.</summary>
    public double Competitors { get; init; }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"list lag {ListLag}, search lag {SearchLag}, write faults {WriteFaults:0.00}, read faults {ReadFaults:0.00}, competitors {Competitors:0.00}");
}

/// <summary>A carrier in memory that keeps books, on a simulated clock.</summary>
internal sealed class NumberMarket(Simulation time, Random random, int offers)
{
    private readonly List<Msisdn> _stock = [.. Enumerable.Range(0, offers).Select(TestNumber)];
    private readonly Dictionary<Msisdn, List<(DateTimeOffset At, bool IsOwned)>> _history = [];
    private readonly Dictionary<Msisdn, DateTimeOffset> _sold = [];
    private readonly List<(DateTimeOffset At, Action Effect)> _delayed = [];

    public MarketBehavior Behavior { get; set; } = new();

    /// <summary>What the account pays for.</summary>
    public HashSet<Msisdn> Owned { get; } = [];

    /// <summary>Called before each order that reaches the carrier, with the number.</summary>
    public Action<Msisdn> Ordering { get; set; } = _ => { };

    /// <summary>Called with each order that was answered: whether it was sold, or refused; null where the answer leaves it open.</summary>
    public Action<Msisdn, bool?> Ordered { get; set; } = (_, _) => { };

    /// <summary>Called before each cancellation that reaches the carrier, with the number.</summary>
    public Action<Msisdn> Cancelling { get; set; } = _ => { };

    public static Msisdn TestNumber(int index) => Some.Number(index);

    /// <summary>What has been caused by requests whose effect comes late.</summary>
    public void Settle()
    {
        foreach (var (_, effect) in _delayed.Where(delayed => delayed.At <= time.GetUtcNow()).OrderBy(delayed => delayed.At).ToList())
            effect();
        _delayed.RemoveAll(delayed => delayed.At <= time.GetUtcNow());
    }

    /// <summary>The carrier as one process reaches it.</summary>
    public INumberCarrier Connect(SimulatedProcess process) => new Client(this, process);

    private bool Sell(Msisdn number)
    {
        if (!_stock.Remove(number))
            return false;
        _sold[number] = time.GetUtcNow();
        Owned.Add(number);
        Note(number, isOwned: true);
        return true;
    }

    private bool Release(Msisdn number)
    {
        if (!Owned.Remove(number))
            return false;
        Note(number, isOwned: false);
        return true;
    }

    private void Note(Msisdn number, bool isOwned)
    {
        if (!_history.TryGetValue(number, out var history))
            _history[number] = history = [];
        history.Add((time.GetUtcNow(), isOwned));
    }

    private bool IsListed(Msisdn number)
    {
        var seen = time.GetUtcNow() - Behavior.ListLag;
        return _history.TryGetValue(number, out var history) && history.LastOrDefault(change => change.At <= seen).IsOwned;
    }

    private sealed class Client(NumberMarket market, SimulatedProcess process) : INumberCarrier
    {
        public string Name => "model";

        public string AccountId => "model-account";

        public NumberCarrierCapabilities Capabilities => NumberCarrierCapabilities.Kpn;

        public async IAsyncEnumerable<AvailableNumber> SearchAsync(NumberCriteria criteria, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await ReadAsync(cancellationToken);
            var visible = market._stock
                .Concat(market._sold.Where(sale => market.Now - sale.Value < market.Behavior.SearchLag).Select(sale => sale.Key))
                .Where(number => criteria.Pattern is null || number.Digits.StartsWith(criteria.Pattern, StringComparison.Ordinal))
                .Order()
                .ToList();
            foreach (var number in visible)
                yield return new AvailableNumber { Number = number, Country = "GB", Fees = new NumberFees { Recurring = 1 } };
        }

        public async IAsyncEnumerable<OwnedNumber> ListOwnedAsync(OwnedNumberFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            if (await ReadAsync(cancellationToken))
                yield break;
            foreach (var number in market._history.Keys.Where(market.IsListed).Order().ToList())
                yield return new OwnedNumber { Number = number, Country = "GB" };
        }

        public async Task<OwnedNumber?> FindOwnedAsync(string? country, Msisdn number, CancellationToken cancellationToken)
        {
            var isEmpty = await ReadAsync(cancellationToken);
            return !isEmpty && market.IsListed(number) ? new OwnedNumber { Number = number, Country = "GB" } : null;
        }

        public Task BuyAsync(NumberOrder order, CancellationToken cancellationToken)
        {
            if (market.Chance(market.Behavior.Competitors))
                market.SellToCompetitor(order.Number);
            return WriteAsync(
                () => market.Ordering(order.Number),
                () => market.Sell(order.Number) ? null : Some.Error(CarrierErrorKind.Conflict, "420"),
                isKnown => market.Ordered(order.Number, isKnown),
                cancellationToken);
        }

        public Task CancelAsync(NumberCancellation cancellation, CancellationToken cancellationToken) => WriteAsync(
            () => market.Cancelling(cancellation.Number),
            () => market.Release(cancellation.Number) ? null : Some.Error(CarrierErrorKind.NotFound),
            _ => { },
            cancellationToken);

        public Task ConfigureAsync(NumberUpdate update, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        /// <summary>Whether the answer is to be empty.</summary>
        private async Task<bool> ReadAsync(CancellationToken cancellationToken)
        {
            await process.StepAsync(cancellationToken);
            if (!market.Chance(market.Behavior.ReadFaults))
                return false;
            return market.Chance(0.5) ? true : throw Some.Error(CarrierErrorKind.Unavailable);
        }

        private async Task WriteAsync(
            Action sending, Func<CarrierException?> effect, Action<bool?> answered, CancellationToken cancellationToken)
        {
            await process.StepAsync(cancellationToken);
            var fault = market.Chance(market.Behavior.WriteFaults) ? (WriteFault)(1 + market.Next(Enum.GetValues<WriteFault>().Length - 1)) : WriteFault.None;
            if (fault == WriteFault.NeverSent)
                throw new CarrierException(CarrierErrorKind.Unavailable) { Carrier = "model", Operation = "connect", RequestNotSent = true };
            sending();
            if (fault == WriteFault.RateLimited)
            {
                answered(false);
                throw Some.Error(CarrierErrorKind.RateLimited);
            }

            CarrierException? refusal = null;
            if (fault is WriteFault.LostAfterEffect or WriteFault.DownAfterEffect or WriteFault.GarbledAfterEffect or WriteFault.None)
                refusal = effect();
            else if (fault == WriteFault.EffectBehindTheAnswer)
                market._delayed.Add((market.Now + TimeSpan.FromSeconds(1 + market.Next(90)), () => effect()));

            // A process that is killed here has sent the order and learns nothing.
            await process.StepAsync(CancellationToken.None);
            market.Settle();
            if (fault == WriteFault.None)
            {
                answered(refusal is null);
                if (refusal is not null)
                    throw refusal;
                return;
            }

            answered(null);
            throw Some.Error(fault switch
            {
                WriteFault.DownBeforeEffect or WriteFault.DownAfterEffect => CarrierErrorKind.Unavailable,
                WriteFault.GarbledAfterEffect => CarrierErrorKind.Unexpected,
                _ => CarrierErrorKind.Ambiguous,
            });
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();

    private int Next(int limit) => random.Next(limit);

    private bool Chance(double probability) => random.NextDouble() < probability;

    private void SellToCompetitor(Msisdn number)
    {
        if (_stock.Remove(number))
            _sold[number] = time.GetUtcNow();
    }

    private enum WriteFault
    {
        None,
        NeverSent,
        RateLimited,
        LostBeforeEffect,
        LostAfterEffect,
        DownBeforeEffect,
        DownAfterEffect,
        GarbledAfterEffect,
        EffectBehindTheAnswer,
    }
}

/// <summary>A plugin process: every request to a carrier is a step, and at one of them it may be killed.</summary>
internal sealed class SimulatedProcess(Simulation time, Random random, int? killedAtStep)
{
    private readonly TaskCompletionSource _killed = new();
    private int _steps;

    /// <summary>Completes when the process is killed.</summary>
    public Task Killed => _killed.Task;

    /// <summary>Takes some time; never returns in a process that was killed.</summary>
    public async Task StepAsync(CancellationToken cancellationToken)
    {
        if (++_steps == killedAtStep)
            _killed.TrySetResult();
        if (_killed.Task.IsCompleted)
            await new TaskCompletionSource().Task;
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 400)), time, cancellationToken);
        if (_killed.Task.IsCompleted)
            await new TaskCompletionSource().Task;
    }
}
