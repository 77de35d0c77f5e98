using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Resilience;

/// <summary>
/// Fails fast where a carrier says nothing at all. Refused requests cost nothing, so that many of them can be counted before a carrier counts
/// as down; one that accepts requests and never answers costs a timeout each, and reads that share a listing or a login make few requests to
/// count. So what counts here is time: a carrier that was silent for long enough is down, however few asked it.
/// </summary>
/// <remarks>
/// It stands behind everything that queues: whoever stood in line while the carrier fell silent is told so when the turn comes. Only reads
/// count: a purchase may take its time, and whether it went through must still be asked after it took too much.
/// </remarks>
internal sealed class SilenceStrategy(ResilienceOptions options, TimeProvider timeProvider) : ResilienceStrategy<CarrierAnswer>
{
    private readonly Lock _lock = new();
    private long? _unansweredSince;
    private long _pausedAt;
    private TimeSpan _pause;

    /// <summary>Whether the carrier was found to be silent and has not been heard since.</summary>
    public bool IsDown
    {
        get
        {
            lock (_lock)
                return _pause > TimeSpan.Zero;
        }
    }

    protected override async ValueTask<Outcome<CarrierAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierAnswer>>> callback, ResilienceContext context, TState state)
    {
        var isRead = CarrierCall.Of(context).Request.Repeatability == Repeatability.Read;
        var asked = timeProvider.GetTimestamp();
        if (Admit(isRead, asked) is { } wait)
            return Outcome.FromException<CarrierAnswer>(new BrokenCircuitException("the carrier is silent", wait));

        var outcome = await callback(context, state);
        if (outcome.Exception is null)
            Heard();
        else if (isRead && outcome.Exception is TimeoutRejectedException)
            Unheard(asked);
        return outcome;
    }

    /// <summary>How long the carrier is not to be asked; null for a request that may go. After each pause one may, to see.</summary>
    private TimeSpan? Admit(bool isRead, long now)
    {
        lock (_lock)
        {
            if (isRead)
                _unansweredSince ??= now;
            if (_pause == TimeSpan.Zero)
                return null;
            var left = _pause - timeProvider.GetElapsedTime(_pausedAt, now);
            if (left > TimeSpan.Zero)
                return left;
            _pausedAt = now;
            return null;
        }
    }

    private void Heard()
    {
        lock (_lock)
        {
            _unansweredSince = null;
            _pause = TimeSpan.Zero;
        }
    }

    private void Unheard(long asked)
    {
        lock (_lock)
        {
            if (_unansweredSince is not { } since || timeProvider.GetElapsedTime(since) < options.LongestSilence)
                return;

            // Those that left before it counted as down say nothing new.
            if (_pause > TimeSpan.Zero && asked < _pausedAt)
                return;
            _pause = _pause == TimeSpan.Zero ? options.ReadTimeout : _pause * 2;
            if (_pause > options.LongestOutagePause)
                _pause = options.LongestOutagePause;
            _pausedAt = timeProvider.GetTimestamp();
        }
    }
}
