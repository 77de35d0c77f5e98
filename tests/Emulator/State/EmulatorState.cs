using PulumiNumbers.Emulator.Accounting;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.State;

/// <summary>What the carriers share: one gate, one clock, one tree of data, and the effects that are still to come.</summary>
internal sealed class EmulatorState(EmulatorOptions options, AdvanceableTimeProvider clock)
{
    private readonly List<(DateTimeOffset Due, Action Run)> _deferred = [];
    private readonly Dictionary<string, int> _turns = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private DateTimeOffset? _effectTime;

    /// <summary>Held by all who read or write <see cref="Data"/>; reentrant. Taking it first runs the deferred effects that are due.</summary>
    public Lock Gate
    {
        get
        {
            if (!_gate.IsHeldByCurrentThread)
                RunDueEffects();
            return _gate;
        }
    }

    public EmulatorOptions Options { get; } = options;

    public EmulatorBehavior Behavior { get; set; } = options.Behavior;

    public AdvanceableTimeProvider Clock { get; } = clock;

    public EmulatorData Data { get; private set; } = new();

    /// <summary>Grows with every change, so that a saver knows whether it is up to date.</summary>
    public long Version { get; private set; }

    public DateTimeOffset Now => _effectTime ?? Clock.GetUtcNow();

    public void Touch() => Version++;

    public void Replace(EmulatorData data)
    {
        _deferred.Clear();
        _turns.Clear();
        Data = data;
        Touch();
    }

    /// <summary>Has a request take effect later, whether its sender is still there or not.</summary>
    public void Defer(TimeSpan delay, Action run) => _deferred.Add((Now + delay, run));

    /// <summary>How often something happened before, for variants that take turns.</summary>
    public int NextTurn(string what)
    {
        var turn = _turns.GetValueOrDefault(what);
        _turns[what] = turn + 1;
        return turn;
    }

    /// <summary>Whether this request for a page after the first gets no items.</summary>
    public bool TakesEmptyPage(CarrierRequest request) =>
        Behavior.EmptyPageInterval > 0 && NextTurn($"page {request.Carrier}/{request.Operation}") % Behavior.EmptyPageInterval == 0;

    /// <summary>How this response writes a list without items.</summary>
    public EmptyListForm EmptyListForm(CarrierRequest request) => Behavior.EmptyLists is Emulator.EmptyListForm.Alternating
        ? NextTurn($"list {request.Carrier}/{request.Operation}") % 2 == 0 ? Emulator.EmptyListForm.Documented : Emulator.EmptyListForm.Null
        : Behavior.EmptyLists;

    public TimeSpan LagOf(CarrierRequest request) => Behavior.LagOf(request.Carrier, request.Operation!);

    /// <summary>Records a purchase or a release.</summary>
    public void Record(BillingEntryKind kind, string carrier, string account, StockNumber number, string interval = "monthly", decimal? recurring = null)
    {
        var bought = kind is BillingEntryKind.Purchase;
        Data.Billing.Add(new BillingEntry
        {
            Sequence = Data.Billing.Count + 1,
            At = Now,
            Carrier = carrier,
            Account = account,
            Kind = kind,
            Country = number.Country,
            Number = number.Number,
            SetupFee = bought ? number.SetupFee : 0,
            RecurringFee = bought ? recurring ?? number.MonthlyFee : 0,
            Interval = interval,
        });
        Touch();
    }

    private void RunDueEffects()
    {
        lock (_gate)
        {
            var now = Clock.GetUtcNow();
            foreach (var effect in _deferred.Where(effect => effect.Due <= now).OrderBy(effect => effect.Due).ToList())
            {
                _deferred.Remove(effect);
                _effectTime = effect.Due;
                try
                {
                    effect.Run();
                }
                finally
                {
                    _effectTime = null;
                }
            }
        }
    }
}

/// <summary>A clock that can be put forward beyond the one it follows.</summary>
internal sealed class AdvanceableTimeProvider(TimeProvider inner) : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => inner.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _offset));

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _offset, by.Ticks);
    }
}
