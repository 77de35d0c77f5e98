namespace Grpc.Core;

/// <summary>A server-streaming call under way.</summary>
/// <typeparam name="TResponse">The type of the responses.</typeparam>
/// <param name="responseStream">The responses as they arrive.</param>
/// <param name="responseHeadersAsync">The metadata that precedes the responses.</param>
/// <param name="getStatusFunc">The status, once the call has ended.</param>
/// <param name="getTrailersFunc">The trailers, once the call has ended.</param>
/// <param name="disposeAction">Cancels the call.</param>
public sealed class AsyncServerStreamingCall<TResponse>(
    IAsyncStreamReader<TResponse> responseStream,
    Task<Metadata> responseHeadersAsync,
    Func<Status> getStatusFunc,
    Func<Metadata> getTrailersFunc,
    Action disposeAction) : IDisposable
{
    /// <summary>The responses as they arrive.</summary>
    public IAsyncStreamReader<TResponse> ResponseStream { get; } = responseStream;

    /// <summary>The metadata that precedes the responses.</summary>
    public Task<Metadata> ResponseHeadersAsync { get; } = responseHeadersAsync;

    /// <summary>The status.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Status GetStatus() => getStatusFunc();

    /// <summary>The trailers.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Metadata GetTrailers() => getTrailersFunc();

    /// <summary>Cancels the call if it has not ended.</summary>
    public void Dispose() => disposeAction();
}
