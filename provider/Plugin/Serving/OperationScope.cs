namespace PulumiNumbers.Plugin.Serving;

/// <summary>The time that one call has: until its caller gives up, the engine cancels everything, or its own time is over.</summary>
internal sealed class OperationScope : IDisposable
{
    /// <summary>The longest time that a timer measures; beyond it there is no limit.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(45);

    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenSource _source;

    /// <summary>Begins a call.</summary>
    /// <param name="timeout">The call's own time; null for no limit.</param>
    /// <param name="timeProvider">Measures it.</param>
    /// <param name="everything">Cancelled when the engine cancels everything.</param>
    /// <param name="call">Cancelled when the caller gives up.</param>
    public OperationScope(TimeSpan? timeout, TimeProvider timeProvider, CancellationToken everything, CancellationToken call)
    {
        _timer = timeout is { } limit ? new CancellationTokenSource(limit, timeProvider) : null;
        _source = CancellationTokenSource.CreateLinkedTokenSource(call, everything, _timer?.Token ?? CancellationToken.None);
        Timeout = timeout;
    }

    /// <summary>Cancelled when the time is over, for whatever reason.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The call's own time; null for no limit.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>Whether the call's own time is over.</summary>
    public bool IsTimedOut => _timer is { IsCancellationRequested: true };

    /// <summary>The engine's seconds as a time; null for none, which is what it means by 0.</summary>
    public static TimeSpan? FromSeconds(double seconds) =>
        double.IsFinite(seconds) && seconds > 0 && seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        _timer?.Dispose();
    }
}
