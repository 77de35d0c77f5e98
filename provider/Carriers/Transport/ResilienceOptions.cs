using System.Runtime.CompilerServices;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>How patient and how gentle the calls to one carrier account are: one options type a strategy.</summary>
public sealed record ResilienceOptions
{
    /// <summary>Which requests are repeated, and when.</summary>
    public RetryOptions Retry { get; init; } = new();

    /// <summary>How long an attempt and a call may take.</summary>
    public TimeoutOptions Timeout { get; init; } = new();

    /// <summary>When a carrier that fails or does not respond is left alone.</summary>
    public BreakerOptions Breaker { get; init; } = new();

    /// <summary>How many requests leave.</summary>
    public RateOptions Rate { get; init; } = new();

    /// <summary>The largest response that is read, in bytes. Default 8 MiB.</summary>
    public long MaxResponseBytes { get; init; } = 8 * 1024 * 1024;

    /// <summary>
    /// The time that a call may take with all its attempts and the waits between them; queueing does not count. When it is used up no further attempt
    /// begins. Default: what every attempt may take, and the longest <c>Retry-After</c> once.
    /// </summary>
    public TimeSpan TotalTimeout => Timeout.Total ?? Timeout.Attempt * (Retry.MaxRetries + 1) + Retry.MaxRetryAfter;

    /// <summary>How long a carrier may leave every read unanswered before it counts as unresponsive: longer than one read may take, shorter than two.</summary>
    public TimeSpan UnresponsiveThreshold => Timeout.Read * 1.5;

    /// <summary>Checks every option.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public ResilienceOptions Validated()
    {
        Retry.Validate();
        Timeout.Validate();
        Breaker.Validate();
        Rate.Validate();
        OptionRange.AtLeast(MaxResponseBytes, 1L);
        return this;
    }
}

/// <summary>Which requests are repeated, and when.</summary>
public sealed record RetryOptions
{
    /// <summary>How often a request that may be repeated is repeated; 0 sends every request once. Default 4.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>The median wait before the first repetition; it doubles with each one, with jitter. Default 300 ms.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest wait that the backoff comes to. Default 30 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest <c>Retry-After</c> that is waited for; a longer one fails at once and is named. Default 2 minutes.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    internal void Validate()
    {
        OptionRange.AtLeast(MaxRetries, 0);
        OptionRange.AtLeast(BaseDelay, TimeSpan.Zero);
        OptionRange.AtLeast(MaxDelay, BaseDelay);
        OptionRange.AtLeast(MaxRetryAfter, TimeSpan.Zero);
    }
}

/// <summary>How long an attempt and a call may take.</summary>
public sealed record TimeoutOptions
{
    private static readonly TimeSpan MinReadTimeout = TimeSpan.FromSeconds(5);

    private readonly TimeSpan? _read;

    /// <summary>The time one attempt may take, until the last byte of its response. Default 30 s.</summary>
    public TimeSpan Attempt { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The time that one attempt to read may take, which costs nothing to repeat. Default: a sixth of <see cref="Attempt"/>, but 5 s where that
    /// allows for it.
    /// </summary>
    public TimeSpan Read
    {
        get => _read ?? TimeSpan.FromTicks(Math.Min(Attempt.Ticks, Math.Max(Attempt.Ticks / 6, MinReadTimeout.Ticks)));
        init => _read = value;
    }

    /// <summary>See <see cref="ResilienceOptions.TotalTimeout"/>; null for its default.</summary>
    public TimeSpan? Total { get; init; }

    internal void Validate()
    {
        OptionRange.AtLeast(Attempt, TimeSpan.FromMilliseconds(10));
        OptionRange.AtLeast(Read, TimeSpan.FromMilliseconds(10));
    }
}

/// <summary>When a carrier that fails or does not respond is left alone.</summary>
public sealed record BreakerOptions
{
    /// <summary>How many attempts must fail, and hardly any succeed, for the carrier to count as down; always more than one call makes. Default 8.</summary>
    public int BreakerMinimumThroughput { get; init; } = 8;

    /// <summary>How long a carrier that went down is not asked again; doubled each time it is found to be down still. Default 1 s.</summary>
    public TimeSpan MinBreakDuration { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time that a carrier that is down is not asked again. Default 30 s.</summary>
    public TimeSpan MaxBreakDuration { get; init; } = TimeSpan.FromSeconds(30);

    internal void Validate()
    {
        OptionRange.AtLeast(BreakerMinimumThroughput, 2);
        OptionRange.AtLeast(MinBreakDuration, TimeSpan.FromMilliseconds(500));
        OptionRange.AtLeast(MaxBreakDuration, MinBreakDuration);
    }
}

/// <summary>How many requests leave.</summary>
public sealed record RateOptions
{
    /// <summary>The most requests that the account sends in a second, evenly spaced; null for no limit.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>The most requests under way at a time. Default 16.</summary>
    public int MaxConcurrentRequests { get; init; } = 16;

    /// <summary>The shortest wait that is reported. Default 3 s.</summary>
    public TimeSpan ReportDelaysOver { get; init; } = TimeSpan.FromSeconds(3);

    internal void Validate()
    {
        if (RequestsPerSecond is { } rate)
            OptionRange.AtLeast(rate, double.Epsilon);
        OptionRange.AtLeast(MaxConcurrentRequests, 1);
    }
}

internal static class OptionRange
{
    public static void AtLeast<T>(T value, T minimum, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : IComparable<T>
        => ArgumentOutOfRangeException.ThrowIfLessThan(value, minimum, name);
}
