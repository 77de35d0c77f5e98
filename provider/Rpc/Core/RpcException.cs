namespace Grpc.Core;

/// <summary>A call that did not end with <see cref="StatusCode.OK"/>.</summary>
/// <param name="status">How the call ended.</param>
/// <param name="trailers">Metadata that came, or shall go, with the status.</param>
/// <param name="message">What <see cref="Exception.Message"/> says.</param>
public sealed class RpcException(Status status, Metadata trailers, string message) : Exception(message, status.DebugException)
{
    /// <summary>A failure without trailers.</summary>
    /// <param name="status">How the call ended.</param>
    public RpcException(Status status)
        : this(status, [])
    {
    }

    /// <summary>A failure whose message is the status.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="trailers">Metadata that came, or shall go, with the status.</param>
    public RpcException(Status status, Metadata trailers)
        : this(status, trailers, status.ToString())
    {
    }

    /// <summary>How the call ended.</summary>
    public Status Status { get; } = status;

    /// <summary>The code of <see cref="Status"/>.</summary>
    public StatusCode StatusCode => Status.StatusCode;

    /// <summary>Metadata that came, or shall go, with the status.</summary>
    public Metadata Trailers { get; } = trailers;
}
