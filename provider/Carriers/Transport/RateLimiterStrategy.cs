using Polly;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>
/// Spaces the requests of an account, whichever of its APIs they go to. Implementations may share the pace with other processes.
/// </summary>
public interface IAccountPacer
{
    /// <summary>Takes the next turn, if it is free now.</summary>
    /// <param name="key">The account, or one of its quotas.</param>
    /// <param name="spacing">How long after this turn the next one is free.</param>
    /// <returns>Zero where the turn was taken; otherwise how long to wait before trying again. A waiting caller holds nothing.</returns>
    TimeSpan TryReserve(string key, TimeSpan spacing);
}

/// <summary>Spaces the requests of the accounts that this process uses.</summary>
public sealed class AccountPacer(TimeProvider timeProvider) : IAccountPacer
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _nextTurns = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public TimeSpan TryReserve(string key, TimeSpan spacing)
    {
        lock (_lock)
        {
            var now = timeProvider.GetUtcNow();

            // A clock that was set back must not stop the account.
            if (_nextTurns.TryGetValue(key, out var next) && next > now && next - now <= spacing)
                return next - now;
            _nextTurns[key] = now + spacing;
            return TimeSpan.Zero;
        }
    }
}

/// <summary>Callers of one account that wait for their turn, in the order in which they came. One that is cancelled leaves no gap.</summary>
internal sealed class PacingQueue(CarrierSettings settings, string key) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>The account, or one of its quotas.</summary>
    public string Key => key;

    public void Dispose() => _gate.Dispose();

    /// <summary>Waits for the next turn.</summary>
    /// <param name="spacing">How long after this turn the next one is free, asked when the turn is taken.</param>
    /// <param name="operation">What waits.</param>
    /// <param name="reason">Why, for the report of a long wait.</param>
    /// <param name="cancellationToken">Leaves the queue.</param>
    public async Task WaitAsync(Func<TimeSpan> spacing, string operation, string reason, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            while (spacing() is var interval && interval > TimeSpan.Zero && settings.Pacer.TryReserve(key, interval) is var wait && wait > TimeSpan.Zero)
            {
                if (wait >= settings.Resilience.Rate.ReportDelaysOver)
                    settings.Events.Waiting(new(settings.Carrier, operation, wait, reason));

                // Timers count milliseconds: a fraction left over would be waited for without any wait.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), settings.TimeProvider, cancellationToken);
            }
        }
        finally
        {
            _gate.Release();
        }
    }
}

/// <summary>Spaces requests evenly, so that the account never sends more than so many in a second.</summary>
internal sealed class RateLimiterStrategy : ResilienceStrategy<CarrierResponse>, IDisposable
{
    // What leaves evenly does not arrive evenly: a little more space keeps a delayed request out of the next second's count.
    private const double Margin = 1.05;

    private readonly PacingQueue _queue;
    private readonly TimeSpan _spacing;
    private readonly string _reason;

    public RateLimiterStrategy(CarrierSettings settings, double requestsPerSecond)
    {
        _queue = new PacingQueue(settings, settings.PacingKey);
        _spacing = TimeSpan.FromSeconds(Margin / requestsPerSecond);
        _reason = FormattableString.Invariant($"at most {requestsPerSecond} requests a second");
    }

    public void Dispose() => _queue.Dispose();

    protected override async ValueTask<Outcome<CarrierResponse>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierResponse>>> callback, ResilienceContext context, TState state)
    {
        await _queue.WaitAsync(() => _spacing, CarrierCall.From(context).Request.Operation, _reason, context.CancellationToken);
        return await callback(context, state);
    }
}
