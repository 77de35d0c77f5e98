namespace PulumiNumbers.Emulator.Kpn;

/// <summary>Counts calls within the quota's intervals, which begin at multiples of their length.</summary>
public sealed class QuotaMeter
{
    private readonly Lock _gate = new();
    private readonly KpnQuota _initial;
    private readonly TimeProvider _clock;
    private KpnQuota _quota;
    private DateTimeOffset _resetsAt;
    private int _used;

    internal QuotaMeter(KpnQuota quota, TimeProvider clock)
    {
        _initial = _quota = quota;
        _clock = clock;
    }

    /// <summary>Replaces the quota and, when given, what is used of the running interval.</summary>
    public void Set(KpnQuota quota, int used = 0)
    {
        lock (_gate)
        {
            _quota = quota;
            _resetsAt = NextReset(_clock.GetUtcNow());
            _used = used;
        }
    }

    internal void Reset() => Set(_initial);

    /// <summary>Counts one call.</summary>
    internal QuotaReading Count()
    {
        lock (_gate)
        {
            var now = _clock.GetUtcNow();
            if (now >= _resetsAt)
            {
                _resetsAt = NextReset(now);
                _used = 0;
            }

            var exceeded = _used >= _quota.Limit;
            if (!exceeded)
                _used++;
            return new QuotaReading(_quota, _used, _resetsAt, exceeded);
        }
    }

    private DateTimeOffset NextReset(DateTimeOffset now)
    {
        var length = _quota.Interval * _quota.TimeUnit switch
        {
            "minute" => TimeSpan.TicksPerMinute,
            "hour" => TimeSpan.TicksPerHour,
            "day" => TimeSpan.TicksPerDay,
            "week" => 7 * TimeSpan.TicksPerDay,
            "month" => 30 * TimeSpan.TicksPerDay,
            var unit => throw new InvalidOperationException($"KPN counts no quota by the {unit}."),
        };
        return new DateTimeOffset(((now.UtcTicks / length) + 1) * length, TimeSpan.Zero);
    }
}

/// <summary>KPN's quota as its answers' headers tell it.</summary>
public sealed record KpnQuota
{
    /// <summary>Calls within one interval, <c>quota-limit</c>.</summary>
    public int Limit { get; init; } = 1_000_000;

    /// <summary>Length of the interval in units, <c>quota-interval</c>.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>The unit: minute, hour, day, week or month, <c>quota-time-unit</c>.</summary>
    public string TimeUnit { get; init; } = "minute";
}

/// <summary>The quota as of one call.</summary>
internal sealed record QuotaReading(KpnQuota Quota, int Used, DateTimeOffset ResetsAt, bool Exceeded);
