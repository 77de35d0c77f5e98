using System.Runtime.CompilerServices;

namespace Grpc.Core;

/// <summary>A unary call under way; await it for the response.</summary>
/// <typeparam name="TResponse">The type of the response.</typeparam>
/// <param name="responseAsync">The response, or the <see cref="RpcException"/> of the call.</param>
/// <param name="responseHeadersAsync">The metadata that precedes the response.</param>
/// <param name="getStatusFunc">The status, once the call has ended.</param>
/// <param name="getTrailersFunc">The trailers, once the call has ended.</param>
/// <param name="disposeAction">Cancels the call.</param>
public sealed class AsyncUnaryCall<TResponse>(
    Task<TResponse> responseAsync,
    Task<Metadata> responseHeadersAsync,
    Func<Status> getStatusFunc,
    Func<Metadata> getTrailersFunc,
    Action disposeAction) : IDisposable
{
    /// <summary>The response, or the <see cref="RpcException"/> of the call.</summary>
    public Task<TResponse> ResponseAsync { get; } = responseAsync;

    /// <summary>The metadata that precedes the response.</summary>
    public Task<Metadata> ResponseHeadersAsync { get; } = responseHeadersAsync;

    /// <summary>The status.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Status GetStatus() => getStatusFunc();

    /// <summary>The trailers.</summary>
    /// <exception cref="InvalidOperationException">The call has not ended.</exception>
    public Metadata GetTrailers() => getTrailersFunc();

    /// <summary>Makes <c>await call</c> the same as awaiting <see cref="ResponseAsync"/>.</summary>
    public TaskAwaiter<TResponse> GetAwaiter() => ResponseAsync.GetAwaiter();

    /// <summary>Cancels the call if it has not ended.</summary>
    public void Dispose() => disposeAction();
}
