using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using Google.Protobuf;
using Grpc.Core;

namespace PulumiNumbers.Rpc.Wire;

/// <summary>
/// Takes length-prefixed messages out of a pipe. What has arrived is consumed at once, however much of the message is still to
/// come: the peer's flow-control window opens again only for bytes that were consumed, and a message may be larger than any window.
/// </summary>
internal sealed class MessageReader(PipeReader pipe, int maxMessageBytes)
{
    /// <summary>Reads the next message.</summary>
    /// <returns>The message, or null at the end of the stream.</returns>
    /// <exception cref="RpcException">The stream breaks the framing, the message is too large or is no such message.</exception>
    public async ValueTask<T?> ReadAsync<T>(Marshaller<T> marshaller, CancellationToken cancellationToken)
        where T : class
    {
        if (await ReadLengthAsync(cancellationToken) is not { } length)
            return null;
        if (length == 0)
            return Deserialize(marshaller, ReadOnlySequence<byte>.Empty);

        var result = await pipe.ReadAsync(cancellationToken);
        if (result.Buffer.Length >= length)
        {
            var payload = result.Buffer.Slice(0, length);
            var message = Deserialize(marshaller, payload);
            pipe.AdvanceTo(payload.End);
            return message;
        }

        using var buffer = new ChunkedBuffer();
        while (true)
        {
            var part = result.Buffer.Slice(0, long.Min(result.Buffer.Length, length - buffer.Length));
            buffer.Append(part);
            pipe.AdvanceTo(part.End);
            if (buffer.Length == length)
                return Deserialize(marshaller, buffer.AsSequence());
            if (result.IsCompleted)
                throw Broken($"The stream ended after {buffer.Length} of the message's {length} bytes.");
            result = await pipe.ReadAsync(cancellationToken);
        }
    }

    /// <summary>Reads to the end of a stream that must hold no further message.</summary>
    /// <exception cref="RpcException">There is something more.</exception>
    public async ValueTask ReadEndAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var isEmpty = result.Buffer.IsEmpty;
            pipe.AdvanceTo(result.Buffer.End);
            if (!isEmpty)
                throw Broken("The stream goes on after the one message that the method takes.");
            if (result.IsCompleted)
                return;
        }
    }

    private async ValueTask<int?> ReadLengthAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (buffer.Length >= GrpcProtocol.FrameHeaderLength)
            {
                var length = ParseHeader(buffer);
                pipe.AdvanceTo(buffer.GetPosition(GrpcProtocol.FrameHeaderLength));
                return length;
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
            if (!result.IsCompleted)
                continue;
            return buffer.IsEmpty ? null : throw Broken($"The stream ended after {buffer.Length} of the 5 bytes before a message.");
        }
    }

    private int ParseHeader(in ReadOnlySequence<byte> buffer)
    {
        Span<byte> header = stackalloc byte[GrpcProtocol.FrameHeaderLength];
        buffer.Slice(0, GrpcProtocol.FrameHeaderLength).CopyTo(header);
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        return header[0] switch
        {
            0 when length <= maxMessageBytes => (int)length,
            0 => throw new RpcException(MessageLimits.Exceeded(length, maxMessageBytes)),
            1 => throw new RpcException(new Status(StatusCode.Unimplemented, "The message is compressed; only identity is supported.")),
            var flag => throw Broken($"The flag before the message is {flag}; it must be 0 or 1."),
        };
    }

    private static T Deserialize<T>(Marshaller<T> marshaller, ReadOnlySequence<byte> payload)
    {
        try
        {
            return marshaller.ContextualDeserializer(new ReceivedPayload(payload));
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new RpcException(new Status(
                StatusCode.InvalidArgument,
                $"The message is no valid {typeof(T).Name}: {exception.Message}",
                exception));
        }
    }

    private static RpcException Broken(string detail) => new(new Status(StatusCode.Internal, detail));
}
