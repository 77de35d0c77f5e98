using Grpc.Core;

namespace PulumiNumbers.Rpc.Client;

/// <summary>How long a call may last: until its caller cancels it or its deadline passes.</summary>
internal sealed class CallLifetime : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    private readonly CancellationTokenSource _deadline;
    private readonly CancellationTokenSource _ends;
    private readonly CancellationToken _caller;

    public CallLifetime(CallOptions call, TimeProvider time)
    {
        if (call.Deadline is { } deadline && deadline != DateTime.MaxValue)
            Remaining = Max(deadline.ToUniversalTime() - time.GetUtcNow().UtcDateTime, TimeSpan.Zero);
        _caller = call.CancellationToken;
        _deadline = new CancellationTokenSource(Remaining is { } remaining && remaining < Longest ? remaining : Timeout.InfiniteTimeSpan, time);
        _ends = CancellationTokenSource.CreateLinkedTokenSource(_caller, _deadline.Token);
        Token = _ends.Token;
    }

    /// <summary>The time until the deadline as it was when the call began; null where there is none.</summary>
    public TimeSpan? Remaining { get; }

    public CancellationToken Token { get; }

    public bool DeadlineHasPassed => _deadline.IsCancellationRequested && !_caller.IsCancellationRequested;

    public void Cancel() => _ends.Cancel();

    public void Dispose()
    {
        _ends.Dispose();
        _deadline.Dispose();
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
