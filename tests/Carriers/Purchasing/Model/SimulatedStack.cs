using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Coordination;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing.Model;

/// <summary>What a program declares of one number: a particular one, or any.</summary>
/// <param name="Number">The number; null for any.</param>
/// <param name="Process">Which of the deployment's processes serves it.</param>
internal sealed record DeclaredNumber(Msisdn? Number, int Process)
{
    public string Selection => $"GB|{Number}";
}

/// <summary>What a state has of one number.</summary>
internal sealed record SavedNumber(Msisdn Number, DeclaredNumber Inputs, DateTimeOffset? Since, bool IsUnconfirmed, IReadOnlyList<NumberKey> Former)
{
    public NumberKey Key => new("model", Number);

    public HeldNumber Held => new(Key, "GB", IsProtected: false, IsUnconfirmed, Since);
}

/// <summary>One deployment of a program.</summary>
internal sealed record SimulatedRun
{
    public required IReadOnlyDictionary<string, DeclaredNumber> Program { get; init; }

    public bool Refresh { get; init; }

    public bool ContinueOnError { get; init; }

    public IReadOnlySet<string> Replaced { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    public bool DeleteBeforeReplace { get; init; }

    public int? KilledAtStep { get; init; }

    public TimeSpan? CancelledAfter { get; init; }
}

/// <summary>
/// The resources of one stack under an engine that does what Pulumi's does with them, served by the same parts that serve the provider. It saves a state as
/// soon as an answer has been handed over, and never otherwise.
/// </summary>
internal sealed class SimulatedStack
{
    private readonly Simulation _time;
    private readonly Random _random;
    private readonly NumberMarket _market;
    private readonly MemoryPurchaseJournal _journal = new();
    private readonly PurchasingOptions _options = new();
    private readonly AsyncLocal<string?> _urn = new();
    private readonly Dictionary<string, Msisdn> _open = new(StringComparer.Ordinal);
    private readonly HashSet<(string Urn, Msisdn Number)> _uncertain = [];
    private HashSet<string> _leaving = new(StringComparer.Ordinal);

    public SimulatedStack(Simulation time, Random random, NumberMarket market)
    {
        (_time, _random, _market) = (time, random, market);
        market.Ordering = number =>
        {
            var urn = _urn.Value!;
            Trace($"{urn}: order {number}");
            if (_open.TryGetValue(urn, out var open) && open != number)
                throw new InvariantException($"{number} was ordered for {urn} while the purchase of {open} was open");
            _open[urn] = number;
        };
        market.Ordered = (number, isSold) =>
        {
            Trace($"{_urn.Value}: order {number} answered: {isSold?.ToString() ?? "open"}");
            // What is sold now was not sold before, to whomever it was ordered for.
            if (isSold is true)
            {
                foreach (var (urn, _) in _open.Where(entry => entry.Value == number).ToList())
                    _open.Remove(urn);
            }

            if (isSold is true)
                _uncertain.RemoveWhere(entry => entry.Number == number);
            if (isSold is true || (isSold is false && !_uncertain.Contains((_urn.Value!, number))))
                _open.Remove(_urn.Value!);
            else if (isSold is null)
                _uncertain.Add((_urn.Value!, number));
        };
        market.Cancelling = number =>
        {
            Trace($"{_urn.Value}: cancel {number}");
            foreach (var (urn, saved) in States.Where(entry => entry.Value.Number == number && !_leaving.Contains(entry.Key)))
                throw new InvariantException($"{saved.Number} was cancelled while {urn} has it");
        };
    }

    public Dictionary<string, SavedNumber> States { get; } = new(StringComparer.Ordinal);

    public List<(string Urn, SavedNumber Saved)> PendingDeletes { get; } = [];

    /// <summary>The numbers that errors and warnings named.</summary>
    public HashSet<Msisdn> Named { get; } = [];

    /// <summary>What happened, in order.</summary>
    public List<string> Events { get; } = [];

    /// <summary>Deploys; false where anything failed.</summary>
    public bool Deploy(SimulatedRun run)
    {
        var succeeded = false;
        Trace(
            $"deploy {string.Join(", ", run.Program.Select(entry => $"{entry.Key}={entry.Value.Number?.ToString() ?? "any"}@{entry.Value.Process}"))}; refresh {run.Refresh}, "
            + $"continue {run.ContinueOnError}, replace [{string.Join(", ", run.Replaced)}], delete first {run.DeleteBeforeReplace}, kill {run.KilledAtStep}, cancel {run.CancelledAfter}");
        _time.Run(async () => succeeded = await DeployAsync(run));
        _market.Settle();
        Trace(
            $"states: {string.Join(", ", States.Select(entry => $"{entry.Key}={entry.Value.Number}{(entry.Value.IsUnconfirmed ? "?" : "")}"))}; "
            + $"pending: {string.Join(", ", PendingDeletes.Select(pending => $"{pending.Urn}={pending.Saved.Number}"))}; owned: {string.Join(", ", _market.Owned)}");
        return succeeded;
    }

    private void Trace(string what) => Events.Add($"{_time.GetUtcNow():dd HH:mm:ss.fff} {what}");

    private async Task<bool> DeployAsync(SimulatedRun run)
    {
        var log = new MemoryFactLog();
        var processes = Enumerable.Range(0, 2).Select(_ => new Plugin(this, log, run.KilledAtStep)).ToList();
        using var cancellation = run.CancelledAfter is { } after ? new CancellationTokenSource(after, _time) : new CancellationTokenSource();
        var deployment = DeployAsync(run, processes, cancellation.Token);
        await Task.WhenAny([deployment, .. processes.Select(process => process.Process.Killed)]);
        if (deployment.IsCompleted)
            return await deployment;

        // The engine gives up with the process; what was under way has no answer.
        foreach (var urn in _uncertain.Select(entry => entry.Urn).Concat(_open.Keys).ToList())
        {
            if (_open.TryGetValue(urn, out var number))
                _uncertain.Add((urn, number));
        }

        return false;
    }

    private async Task<bool> DeployAsync(SimulatedRun run, IReadOnlyList<Plugin> processes, CancellationToken cancellationToken)
    {
        var succeeded = true;
        _leaving = [];
        if (run.Refresh)
        {
            foreach (var (urn, saved) in States.ToList())
            {
                if (!await RefreshAsync(urn, saved, processes[saved.Inputs.Process], cancellationToken))
                    return false;
            }
        }

        var results = await Task.WhenAll(run.Program.OrderBy(_ => _random.Next()).Select(
            entry => StepAsync(run, entry.Key, entry.Value, processes, cancellationToken)));
        succeeded &= results.All(result => result);
        if (cancellationToken.IsCancellationRequested || (!succeeded && !run.ContinueOnError))
            return false;

        _leaving = States.Keys.Where(urn => !run.Program.ContainsKey(urn)).ToHashSet(StringComparer.Ordinal);
        foreach (var (urn, saved) in PendingDeletes.ToList())
        {
            if (await DeleteAsync(urn, saved, processes[saved.Inputs.Process], cancellationToken))
                PendingDeletes.Remove((urn, saved));
            else
                succeeded = false;
        }

        foreach (var urn in _leaving)
        {
            if (await DeleteAsync(urn, States[urn], processes[States[urn].Inputs.Process], cancellationToken))
                States.Remove(urn);
            else
                succeeded = false;
        }

        return succeeded;
    }

    private async Task<bool> StepAsync(
        SimulatedRun run, string urn, DeclaredNumber declared, IReadOnlyList<Plugin> processes, CancellationToken cancellationToken)
    {
        _urn.Value = urn;
        await Task.Yield();
        var plugin = processes[declared.Process];
        var saved = States.GetValueOrDefault(urn);
        if (saved is { Inputs.Number: { } before })
            plugin.Numbers.RecordState(urn, new HeldNumber(new NumberKey("model", before), "GB"), isCurrent: false);
        plugin.Numbers.RecordDesired(urn, "model", declared.Number, "GB", declared.Selection);
        if (saved is null)
            return await CreateAsync(urn, declared, plugin, cancellationToken);

        // Told to replace, and for another provider, an engine does not compare.
        var hasMoved = saved.Inputs.Process != declared.Process;
        if (!hasMoved && !run.Replaced.Contains(urn))
        {
            Observe(plugin, urn, saved, isCurrent: true);
            if (declared.Number is null || declared.Number == saved.Number)
                return await UpdateAsync(urn, declared, saved, plugin, cancellationToken);
        }

        if (run.DeleteBeforeReplace && !hasMoved)
        {
            _leaving.Add(urn);
            if (!await DeleteAsync(urn, saved, processes[saved.Inputs.Process], cancellationToken))
                return false;
            States.Remove(urn);
            _leaving.Remove(urn);
            return await CreateAsync(urn, declared, plugin, cancellationToken);
        }

        // The old state gives way only once the new one is saved.
        return await CreateAsync(urn, declared, plugin, cancellationToken, old: saved);
    }

    private async Task<bool> CreateAsync(
        string urn, DeclaredNumber declared, Plugin plugin, CancellationToken cancellationToken, SavedNumber? old = null)
    {
        try
        {
            var purchase = await plugin.Buyer.BuyAsync(Request(urn, declared), cancellationToken);
            Trace($"{urn}: {purchase.Origin} {purchase.Number}, gone {purchase.Gone}");
            if (purchase.Gone is { } gone)
                Named.Add(gone);
            _open.Remove(urn);
            Save(urn, declared, plugin, purchase.Number, purchase.Origin == PurchaseOrigin.Kept ? null : _time.GetUtcNow(), isUnconfirmed: false, old);
            return true;
        }
        catch (PurchaseException failure) when (failure.Failure == PurchaseFailure.IndeterminateOutcome)
        {
            Trace($"{urn}: {failure.Message}");
            Save(urn, declared, plugin, failure.Number!.Value, _time.GetUtcNow(), isUnconfirmed: true, old);
            return false;
        }
        catch (PurchaseException failure)
        {
            Trace($"{urn}: {failure.Failure}: {failure.Message}");
            if (failure.Gone is { } gone)
                Named.Add(gone);
            if (failure.Number is { } number)
                Named.Add(number);
            if (failure.Failure == PurchaseFailure.InterruptedPurchase)
                _open.Remove(urn);
            return false;
        }
        catch (Exception failure) when (failure is CarrierException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Save(string urn, DeclaredNumber declared, Plugin plugin, Msisdn number, DateTimeOffset? since, bool isUnconfirmed, SavedNumber? old)
    {
        if (old is not null)
            PendingDeletes.Add((urn, old));
        var saved = new SavedNumber(number, declared, since, isUnconfirmed, plugin.Numbers.FormerNumbers(urn, new NumberKey("model", number)));
        States[urn] = saved;
        if (!isUnconfirmed)
            _journal.Strike(urn, saved.Key);
    }

    private async Task<bool> UpdateAsync(string urn, DeclaredNumber declared, SavedNumber saved, Plugin plugin, CancellationToken cancellationToken)
    {
        if (!saved.IsUnconfirmed)
        {
            States[urn] = saved with { Inputs = declared };
            return true;
        }

        try
        {
            if (await plugin.Carrier.FindOwnedAsync("GB", saved.Number, cancellationToken) is null)
                await plugin.Buyer.ConfirmAsync(Request(urn, declared), saved.Held, cancellationToken);
            Confirm(urn, saved with { Inputs = declared });
            return true;
        }
        catch (Exception failure) when (failure is PurchaseException or CarrierException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Confirm(string urn, SavedNumber saved)
    {
        _open.Remove(urn);
        _journal.Strike(urn, saved.Key);
        States[urn] = saved with { IsUnconfirmed = false };
    }

    private async Task<bool> RefreshAsync(string urn, SavedNumber saved, Plugin plugin, CancellationToken cancellationToken)
    {
        _urn.Value = urn;
        try
        {
            var absence = await plugin.Carrier.FindOwnedAsync("GB", saved.Number, cancellationToken) is { } found
                ? new Absence(AbsenceKind.Present, found)
                : await plugin.Absence.RunAsync(saved.Held, cancellationToken);
            if (absence.Kind == AbsenceKind.Present)
                Confirm(urn, saved);
            if (absence.Kind is AbsenceKind.Gone or AbsenceKind.AccountIsEmpty)
            {
                Named.Add(saved.Number);
                States.Remove(urn);
                return true;
            }

            Observe(plugin, urn, States[urn], isCurrent: false);
            return true;
        }
        catch (Exception failure) when (failure is CarrierException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<bool> DeleteAsync(string urn, SavedNumber saved, Plugin plugin, CancellationToken cancellationToken)
    {
        _urn.Value = urn;
        try
        {
            var release = await plugin.Releaser.ReleaseAsync(new ReleaseRequest(urn, saved.Held, saved.Inputs.Selection), cancellationToken);
            Trace($"{urn}: delete {saved.Number}: {release.Outcome} {release.Decision}");
            if (release.Outcome != ReleaseOutcome.Kept && _open.GetValueOrDefault(urn) == saved.Number)
                _open.Remove(urn);
            return release.Decision.Verdict is ReleaseVerdict.Release or ReleaseVerdict.KeptBySelf or ReleaseVerdict.KeptByOther;
        }
        catch (Exception failure) when (failure is CarrierException or OperationCanceledException)
        {
            return false;
        }
    }

    private void Observe(Plugin plugin, string urn, SavedNumber saved, bool isCurrent)
    {
        plugin.Numbers.RecordState(urn, saved.Held, isCurrent);
        foreach (var former in saved.Former)
            plugin.Numbers.RecordFormer(urn, former);
        if (!saved.IsUnconfirmed)
            _journal.Strike(urn, saved.Key);
        if (isCurrent)
            Named.UnionWith(_journal.ReadAll(urn).Where(entry => entry.IsOrdered && entry.Key != saved.Key).Select(entry => entry.Key.Number));
    }

    private static PurchaseRequest Request(string urn, DeclaredNumber declared) =>
        new() { Urn = urn, Number = declared.Number, Criteria = new NumberCriteria { Country = "GB" } };

    private sealed class Plugin
    {
        private readonly SharedMemories _memories = new();

        public Plugin(SimulatedStack stack, MemoryFactLog log, int? killedAtStep)
        {
            Process = new SimulatedProcess(stack._time, stack._random, killedAtStep);
            Carrier = stack._market.Connect(Process);
            _memories.Begin(log.Join());
            Numbers = _memories.Get<NumberReservations>();
            Absence = new AbsenceCheck(Carrier, new FreshListing(Carrier), stack._options, stack._time);
            Buyer = new NumberBuyer(Carrier, Numbers, stack._journal, Absence, stack._options, stack._time);
            Releaser = new NumberReleaser(Carrier, Numbers, stack._journal, Absence, stack._options, stack._time);
        }

        public SimulatedProcess Process { get; }

        public INumberCarrier Carrier { get; }

        public NumberReservations Numbers { get; }

        public AbsenceCheck Absence { get; }

        public NumberBuyer Buyer { get; }

        public NumberReleaser Releaser { get; }
    }
}

/// <summary>Something happened that must never happen.</summary>
internal sealed class InvariantException(string message, Exception? cause = null) : Exception(message, cause);
