using Polly;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Resilience;

/// <summary>Spaces requests evenly, so that no second sees more of them than the carrier takes.</summary>
internal sealed class PacingStrategy(string carrier, double requestsPerSecond, TimeProvider timeProvider, ICarrierEvents events)
    : ResilienceStrategy<CarrierAnswer>
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _spacing = TimeSpan.FromSeconds(1 / requestsPerSecond);
    private readonly long _start = timeProvider.GetTimestamp();
    private TimeSpan _nextTurn;

    protected override async ValueTask<Outcome<CarrierAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierAnswer>>> callback, ResilienceContext context, TState state)
    {
        var wait = TakeTurn();
        if (wait > TimeSpan.Zero)
        {
            if (wait >= Noticeable.Wait)
                events.Waiting(new(carrier, CarrierCall.Of(context).Request.Operation, wait, $"at most {requestsPerSecond} requests a second"));
            await Task.Delay(wait, timeProvider, context.CancellationToken);
        }

        return await callback(context, state);
    }

    private TimeSpan TakeTurn()
    {
        lock (_lock)
        {
            var now = timeProvider.GetElapsedTime(_start);
            var turn = _nextTurn > now ? _nextTurn : now;
            _nextTurn = turn + _spacing;
            return turn - now;
        }
    }
}
