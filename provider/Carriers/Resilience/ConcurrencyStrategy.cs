using Polly;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Resilience;

/// <summary>Caps the requests that are under way at a time; the others wait in line.</summary>
internal sealed class ConcurrencyStrategy(int limit) : ResilienceStrategy<CarrierAnswer>, IDisposable
{
    private readonly SemaphoreSlim _places = new(limit, limit);

    public void Dispose() => _places.Dispose();

    protected override async ValueTask<Outcome<CarrierAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierAnswer>>> callback, ResilienceContext context, TState state)
    {
        await _places.WaitAsync(context.CancellationToken);
        try
        {
            return await callback(context, state);
        }
        finally
        {
            _places.Release();
        }
    }
}
