namespace PulumiNumbers.Carriers.Waiting;

/// <summary>
/// Turns "stop" into "finish what you have begun, but soon": a token that ends a little after the caller's. Cutting off a request
/// that changes something leaves behind a question that only further requests can answer; letting it finish does not.
/// </summary>
internal sealed class GracePeriod : IDisposable
{
    private readonly CancellationTokenSource _end;
    private readonly CancellationTokenRegistration _registration;

    public GracePeriod(TimeSpan grace, TimeProvider time, CancellationToken wish)
    {
        Wish = wish;
        _end = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        _registration = wish.Register(() => _end.CancelAfter(grace));
    }

    /// <summary>The caller's token: begin nothing new once it is cancelled.</summary>
    public CancellationToken Wish { get; }

    /// <summary>The token for what is under way.</summary>
    public CancellationToken End => _end.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _end.Dispose();
    }
}
