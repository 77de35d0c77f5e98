namespace PulumiNumbers.Carriers.Resilience;

/// <summary>How patient and how gentle the calls to one carrier account are.</summary>
public sealed record ResilienceOptions
{
    private static readonly TimeSpan LeastForReads = TimeSpan.FromSeconds(5);

    private readonly TimeSpan? _readTimeout;
    private readonly TimeSpan? _totalTimeout;

    /// <summary>How often a request that may be repeated is repeated. Default 4.</summary>
    public int MaxRetries { get; init; } = 4;

    /// <summary>The median wait before the first repetition; it doubles with each one, with jitter. Default 300 ms.</summary>
    public TimeSpan BaseDelay { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>The longest wait that the backoff comes to. Default 30 s.</summary>
    public TimeSpan MaxDelay { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest <c>Retry-After</c> that is waited for; a longer one fails at once and is named. Default 2 minutes.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The time one attempt may take, until the last byte of its answer. Default 30 s.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// The time that one attempt to read may take, which costs nothing to repeat. Default: a sixth of <see cref="AttemptTimeout"/>, but 5 s where that
    /// allows for it.
    /// </summary>
    public TimeSpan ReadTimeout
    {
        get => _readTimeout ?? TimeSpan.FromTicks(Math.Min(AttemptTimeout.Ticks, Math.Max(AttemptTimeout.Ticks / 6, LeastForReads.Ticks)));
        init => _readTimeout = value;
    }

    /// <summary>How long a carrier may leave everything unanswered before it counts as down: longer than one attempt to read takes, and shorter than two.</summary>
    public TimeSpan LongestSilence => ReadTimeout * 1.5;

    /// <summary>
    /// The time a call may take with all its attempts and waits. Default: what every attempt may take, and the longest
    /// <c>Retry-After</c> once.
    /// </summary>
    public TimeSpan TotalTimeout
    {
        get => _totalTimeout ?? AttemptTimeout * (MaxRetries + 1) + LongestRetryAfter;
        init => _totalTimeout = value;
    }

    /// <summary>The most requests sent in a second, evenly spaced; null for no limit.</summary>
    public double? RequestsPerSecond { get; init; }

    /// <summary>The most requests under way at a time. Default 16.</summary>
    public int MaxConcurrentRequests { get; init; } = 16;

    /// <summary>How many attempts must fail, and hardly any succeed, for the carrier to count as down; always more than one call makes. Default 8.</summary>
    public int OutageThreshold { get; init; } = 8;

    /// <summary>How long a carrier that went down is not asked again; doubled each time it is found to be down still. Default 1 s.</summary>
    public TimeSpan ShortestOutagePause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest time that a carrier that is down is not asked again. Default 30 s.</summary>
    public TimeSpan LongestOutagePause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The largest answer that is read, in bytes. Default 8 MiB.</summary>
    public long MaxResponseBytes { get; init; } = 8 * 1024 * 1024;
}
