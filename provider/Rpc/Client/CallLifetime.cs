using Grpc.Core;
using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc.Client;

/// <summary>How long a call may last: until its caller cancels it or its deadline passes.</summary>
internal sealed class CallLifetime : IDisposable
{
    private readonly DeadlineTimer? _deadline;
    private readonly CancellationTokenSource _ends;
    private readonly CancellationToken _caller;

    public CallLifetime(CallOptions call, TimeProvider time)
    {
        if (call.Deadline is { } deadline && deadline != DateTime.MaxValue)
        {
            Remaining = Max(deadline.ToUniversalTime() - time.GetUtcNow().UtcDateTime, TimeSpan.Zero);
            _deadline = new DeadlineTimer(time, Remaining.Value);
        }

        _caller = call.CancellationToken;
        _ends = CancellationTokenSource.CreateLinkedTokenSource(_caller, _deadline?.Token ?? CancellationToken.None);
        Token = _ends.Token;
    }

    /// <summary>The time until the deadline as it was when the call began; null where there is none.</summary>
    public TimeSpan? Remaining { get; }

    public CancellationToken Token { get; }

    public bool DeadlineHasPassed => _deadline is { HasPassed: true } && !_caller.IsCancellationRequested;

    public void Cancel()
    {
        try
        {
            _ends.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The call has ended in the meantime.
        }
    }

    public void Dispose()
    {
        _ends.Dispose();
        _deadline?.Dispose();
    }

    private static TimeSpan Max(TimeSpan left, TimeSpan right) => left > right ? left : right;
}
