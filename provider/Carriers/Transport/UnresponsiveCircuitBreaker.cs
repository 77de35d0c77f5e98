using Polly;
using Polly.Timeout;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>The carrier leaves requests unanswered and is not asked again for a while.</summary>
internal sealed class CarrierUnresponsiveException(TimeSpan retryAfter) : Exception("the carrier is not responding")
{
    /// <summary>When it is asked again.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>
/// Fails fast where a carrier does not respond at all. Refused requests cost nothing, so that many of them can be counted before a carrier counts
/// as down; one that accepts requests and never answers costs a timeout each, and reads that share a listing or a login make few requests to
/// count. So what counts here is time: a carrier that was unresponsive for long enough is down, however few asked it.
/// </summary>
/// <remarks>
/// It stands behind everything that queues: a call that queued while the carrier became unresponsive fails when its turn comes. Only reads
/// count: a purchase may take its time, and whether it went through must still be asked after it took too much. A read that its caller cancelled
/// and a connection that was refused say nothing about a carrier that accepts requests and does not answer them.
/// </remarks>
internal sealed class UnresponsiveCircuitBreaker(ResilienceOptions options, TimeProvider timeProvider) : ResilienceStrategy<CarrierResponse>
{
    private readonly Lock _lock = new();
    private long? _lastResponse;
    private long? _lastTimeout;
    private long? _unansweredSince;
    private long _openedAt;
    private TimeSpan _breakDuration;

    /// <summary>Whether the carrier was found to be unresponsive and has not responded since.</summary>
    public bool IsOpen
    {
        get
        {
            lock (_lock)
                return _breakDuration > TimeSpan.Zero;
        }
    }

    protected override async ValueTask<Outcome<CarrierResponse>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierResponse>>> callback, ResilienceContext context, TState state)
    {
        var call = CarrierCall.From(context);
        var start = timeProvider.GetTimestamp();
        if (TimeUntilProbe(start) is { } wait)
            return Outcome.FromException<CarrierResponse>(new CarrierUnresponsiveException(wait));

        var outcome = await callback(context, state);
        call.TimeSpent += timeProvider.GetElapsedTime(start);
        if (outcome.Result?.Status is not null)
            OnResponse();
        else if (call.Request.RetrySafety == RetrySafety.Safe && outcome.Exception is TimeoutRejectedException)
            OnTimeout(start);
        return outcome;
    }

    /// <summary>How long the carrier is not to be asked; null for a request that may leave. After each break one may, as a probe.</summary>
    private TimeSpan? TimeUntilProbe(long now)
    {
        lock (_lock)
        {
            if (_breakDuration == TimeSpan.Zero)
                return null;
            var left = _breakDuration - timeProvider.GetElapsedTime(_openedAt, now);
            if (left > TimeSpan.Zero)
                return left;
            _openedAt = now;
            return null;
        }
    }

    private void OnResponse()
    {
        lock (_lock)
        {
            _lastResponse = timeProvider.GetTimestamp();
            _unansweredSince = null;
            _breakDuration = TimeSpan.Zero;
        }
    }

    private void OnTimeout(long start)
    {
        lock (_lock)
        {
            var now = timeProvider.GetTimestamp();
            var idle = _lastTimeout is { } last ? timeProvider.GetElapsedTime(last, start) : TimeSpan.Zero;
            _lastTimeout = now;

            // While nobody asked, nothing was left unanswered.
            if (_unansweredSince is null || idle > options.Breaker.MaxBreakDuration)
                _unansweredSince = _lastResponse is { } response && response > start ? response : start;
            if (timeProvider.GetElapsedTime(_unansweredSince.Value, now) < options.UnresponsiveThreshold)
                return;

            // Those that left before it counted as down say nothing new.
            if (_breakDuration > TimeSpan.Zero && start < _openedAt)
                return;
            _breakDuration = _breakDuration == TimeSpan.Zero ? options.Timeout.Read : _breakDuration * 2;
            if (_breakDuration > options.Breaker.MaxBreakDuration)
                _breakDuration = options.Breaker.MaxBreakDuration;
            _openedAt = now;
        }
    }
}
