using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using RpcStatus = Google.Rpc.Status;

namespace PulumiNumbers.Rpc;

/// <summary>Failures whose details travel as a <c>google.rpc.Status</c> in the trailer <c>grpc-status-details-bin</c>.</summary>
public static class RichStatus
{
    /// <summary>Makes a failure that carries details.</summary>
    /// <param name="status">How the call ends.</param>
    /// <param name="details">The details; each is packed under <c>type.googleapis.com/</c> and its full name.</param>
    public static RpcException ToException(Status status, params IEnumerable<IMessage> details)
    {
        ArgumentNullException.ThrowIfNull(details);
        return new RpcStatus
        {
            Code = (int)status.StatusCode,
            Message = status.Detail,
            Details = { details.Select(Any.Pack) },
        }.ToRpcException();
    }

    /// <summary>Finds the first detail of a type. There is none where the details cannot be read.</summary>
    public static bool TryGetDetail<T>(this RpcException exception, [NotNullWhen(true)] out T? detail)
        where T : class, IMessage<T>, new()
    {
        ArgumentNullException.ThrowIfNull(exception);
        detail = exception.Trailers.GetRpcStatus(ignoreParseError: true)?.GetDetail<T>();
        return detail is not null;
    }
}
