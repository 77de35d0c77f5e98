namespace PulumiNumbers.Carriers.Waiting;

/// <summary>
/// Turns "stop" into "finish what you have begun, but soon": a token that ends a little after the caller's. Cutting off a request
/// that changes something leaves its outcome open until further requests find it out; letting it finish does not.
/// </summary>
internal sealed class GracefulCancellation : IDisposable
{
    private readonly CancellationTokenSource _forced;
    private readonly CancellationTokenRegistration _registration;

    public GracefulCancellation(TimeSpan grace, TimeProvider time, CancellationToken requested)
    {
        Requested = requested;
        _forced = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = requested.Register(() => _forced.CancelAfter(grace));
    }

    /// <summary>The caller's token: begin nothing new once it is cancelled.</summary>
    public CancellationToken Requested { get; }

    /// <summary>The token for what is under way.</summary>
    public CancellationToken Forced => _forced.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _forced.Dispose();
    }
}
