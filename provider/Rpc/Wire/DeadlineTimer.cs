namespace PulumiNumbers.Rpc.Wire;

/// <summary>The deadline of a call: a point in time, and a token that is cancelled there.</summary>
internal sealed class DeadlineTimer : IDisposable
{
    /// <summary>The longest time that a timer takes; a deadline beyond it is none.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly CancellationTokenSource _source;

    public DeadlineTimer(TimeProvider time, TimeSpan timeout)
    {
        var now = time.GetUtcNow().UtcDateTime;
        DeadlineUtc = timeout < DateTime.MaxValue - now ? now + timeout : DateTime.MaxValue;
        _source = new CancellationTokenSource(timeout < Longest ? timeout : Timeout.InfiniteTimeSpan, time);
    }

    public DateTime DeadlineUtc { get; }

    public CancellationToken Token => _source.Token;

    public bool HasPassed => _source.IsCancellationRequested;

    public void Dispose() => _source.Dispose();
}
