using System.Net.Http.Headers;
using Polly;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Kpn;

/// <summary>
/// Keeps an account within its KPN quota: the nearer to the limit, the slower; at 90 % a warning; and where it is exhausted, the
/// error names the time at which it resets. Warns once, too, when KPN announces the API's end (<c>sunset</c>).
/// </summary>
internal sealed class KpnQuotaStrategy(CarrierSettings settings) : ResilienceStrategy<CarrierResponse>, IDisposable
{
    private const double ThrottleFrom = 0.8;
    private const double WarnFrom = 0.9;

    private static readonly TimeSpan MaxThrottleDelay = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly PacingQueue _queue = new(settings, settings.PacingKey + "/quota");
    private KpnQuota? _quota;
    private KpnQuota? _warned;
    private string? _deprecation;

    public void Dispose() => _queue.Dispose();

    protected override async ValueTask<Outcome<CarrierResponse>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierResponse>>> callback, ResilienceContext context, TState state)
    {
        // One at a time, by the newest count: those that come together must not leave together.
        await _queue.WaitAsync(ThrottleDelay, CarrierCall.From(context).Request.Operation, "the quota is nearly used up", context.CancellationToken);

        var outcome = await callback(context, state);
        if (outcome.Result is not { Headers: { } headers } answer)
            return outcome;

        WarnIfDeprecated(headers);
        if (KpnQuota.Read(headers) is not { } quota)
            return outcome;

        Record(quota);
        return quota.IsExhausted && answer.Fault is { Kind: CarrierErrorKind.RateLimited } fault
            ? Outcome.FromResult(answer with { Fault = Exhausted(fault, quota) })
            : outcome;
    }

    // From 80 % on the wait grows to what spreads the calls that are left over the time that is left, at most two seconds.
    private TimeSpan ThrottleDelay()
    {
        KpnQuota? quota;
        lock (_lock)
            quota = _quota;
        if (quota is null || quota.Share < ThrottleFrom || quota.Reset is not { } reset)
            return TimeSpan.Zero;

        var left = reset - settings.TimeProvider.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return TimeSpan.Zero;
        var spread = left / Math.Max(1, quota.Limit - quota.Used);
        return spread < MaxThrottleDelay ? spread : MaxThrottleDelay;
    }

    private void Record(KpnQuota quota)
    {
        var wasThrottled = ThrottleDelay() > TimeSpan.Zero;
        lock (_lock)
            _quota = quota;

        // The request that revealed it counts too: the next one follows at a distance.
        if (!wasThrottled && ThrottleDelay() is var delay && delay > TimeSpan.Zero)
            settings.Pacer.TryReserve(_queue.Key, delay);
        lock (_lock)
        {
            if (quota.Share < WarnFrom)
            {
                _warned = null;
                return;
            }

            if (_warned is not null && _warned.Reset == quota.Reset)
                return;
            _warned = quota;
        }

        settings.Events.Warn(settings.Carrier, $"The quota is nearly used up: {quota}.");
    }

    private void WarnIfDeprecated(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("sunset", out var values) || values.FirstOrDefault()?.Trim() is not { Length: > 0 } sunset)
            return;
        if (string.Equals(sunset, "n/a", StringComparison.OrdinalIgnoreCase))
            return;
        lock (_lock)
        {
            if (_deprecation == sunset)
                return;
            _deprecation = sunset;
        }

        settings.Events.Warn(settings.Carrier, $"The API is being withdrawn: {settings.Redactor.Summarize(sunset)}.");
    }

    private CarrierFault Exhausted(CarrierFault fault, KpnQuota quota)
    {
        var wait = quota.Reset - settings.TimeProvider.GetUtcNow();
        return fault with
        {
            CarrierMessage = $"the quota is exhausted ({quota})",
            RetryAfter = fault.RetryAfter ?? (wait > TimeSpan.Zero ? wait : null),
        };
    }
}
