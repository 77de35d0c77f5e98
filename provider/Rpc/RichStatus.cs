using System.Diagnostics.CodeAnalysis;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc;

/// <summary>
/// Failures with details: messages of any type that travel as a <c>google.rpc.Status</c> in the trailer
/// <c>grpc-status-details-bin</c>.
/// </summary>
public static class RichStatus
{
    /// <summary>Makes a failure that carries details.</summary>
    /// <param name="status">How the call ends.</param>
    /// <param name="details">The details; each is packed under <c>type.googleapis.com/</c> and its full name.</param>
    public static RpcException ToException(Status status, params IEnumerable<IMessage> details)
    {
        ArgumentNullException.ThrowIfNull(details);
        var rich = new Google.Rpc.Status { Code = (int)status.StatusCode, Message = status.Detail };
        rich.Details.AddRange(details.Select(Any.Pack));
        return new RpcException(status, new Metadata { { GrpcProtocol.StatusDetailsHeader, rich.ToByteArray() } });
    }

    /// <summary>The details of a failure; null where it has none or they cannot be read.</summary>
    /// <param name="exception">The failure.</param>
    public static Google.Rpc.Status? GetRichStatus(this RpcException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (exception.Trailers.GetValueBytes(GrpcProtocol.StatusDetailsHeader) is not { } bytes)
            return null;
        try
        {
            return Google.Rpc.Status.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    /// <summary>Finds the first detail of a type.</summary>
    /// <typeparam name="T">The type of the detail.</typeparam>
    /// <param name="exception">The failure.</param>
    /// <param name="detail">The detail.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryGetDetail<T>(this RpcException exception, [NotNullWhen(true)] out T? detail)
        where T : class, IMessage<T>, new()
    {
        foreach (var any in exception.GetRichStatus()?.Details ?? [])
        {
            if (any.TryUnpack(out detail) && detail is not null)
                return true;
        }

        detail = null;
        return false;
    }
}
