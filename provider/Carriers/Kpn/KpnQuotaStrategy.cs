using System.Net.Http.Headers;
using Polly;
using PulumiNumbers.Carriers.Http;
using PulumiNumbers.Carriers.Resilience;

namespace PulumiNumbers.Carriers.Kpn;

/// <summary>
/// Keeps an account within its KPN quota: the nearer to the limit, the slower; at 90 % a warning; and where it is spent, the
/// refusal names the time at which it resets. Warns once, too, when KPN announces the API's end (<c>sunset</c>).
/// </summary>
internal sealed class KpnQuotaStrategy(CarrierSettings settings) : ResilienceStrategy<CarrierAnswer>
{
    private const double SlowFrom = 0.8;
    private const double WarnFrom = 0.9;

    private static readonly TimeSpan LongestSlowdown = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private KpnQuota? _quota;
    private KpnQuota? _warned;
    private string? _sunset;

    protected override async ValueTask<Outcome<CarrierAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierAnswer>>> callback, ResilienceContext context, TState state)
    {
        var slowdown = Slowdown();
        if (slowdown > TimeSpan.Zero)
            await Task.Delay(slowdown, settings.TimeProvider, context.CancellationToken);

        var outcome = await callback(context, state);
        if (outcome.Result is not { Headers: { } headers } answer)
            return outcome;

        HeedSunset(headers);
        if (KpnQuota.Read(headers) is not { } quota)
            return outcome;

        Heed(quota);
        return quota.IsSpent && answer.Fault is { Kind: CarrierErrorKind.RateLimited } fault
            ? Outcome.FromResult(answer with { Fault = Spent(fault, quota) })
            : outcome;
    }

    // From 80 % on the wait grows to what spreads the calls that are left over the time that is left, at most two seconds.
    private TimeSpan Slowdown()
    {
        KpnQuota? quota;
        lock (_lock)
            quota = _quota;
        if (quota is null || quota.Share < SlowFrom || quota.Reset is not { } reset)
            return TimeSpan.Zero;

        var left = reset - settings.TimeProvider.GetUtcNow();
        if (left <= TimeSpan.Zero)
            return TimeSpan.Zero;
        var spread = left / Math.Max(1, quota.Limit - quota.Used);
        return spread < LongestSlowdown ? spread : LongestSlowdown;
    }

    private void Heed(KpnQuota quota)
    {
        lock (_lock)
        {
            _quota = quota;
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

    private void HeedSunset(HttpResponseHeaders headers)
    {
        if (!headers.TryGetValues("sunset", out var values) || values.FirstOrDefault()?.Trim() is not { Length: > 0 } sunset)
            return;
        if (string.Equals(sunset, "n/a", StringComparison.OrdinalIgnoreCase))
            return;
        lock (_lock)
        {
            if (_sunset == sunset)
                return;
            _sunset = sunset;
        }

        settings.Events.Warn(settings.Carrier, $"The API is being withdrawn: {settings.Redactor.Gist(sunset)}.");
    }

    private CarrierFault Spent(CarrierFault fault, KpnQuota quota)
    {
        var wait = quota.Reset - settings.TimeProvider.GetUtcNow();
        return fault with
        {
            Words = $"the quota is spent ({quota})",
            RetryAfter = fault.RetryAfter ?? (wait > TimeSpan.Zero ? wait : null),
        };
    }
}
