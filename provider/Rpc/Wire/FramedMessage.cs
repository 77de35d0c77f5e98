using System.Buffers;
using System.Buffers.Binary;
using Grpc.Core;

namespace PulumiNumbers.Rpc.Wire;

/// <summary>Writes one message with its length before it into a buffer.</summary>
internal sealed class FramedMessage(IBufferWriter<byte> output, int maxMessageBytes) : SerializationContext
{
    /// <exception cref="RpcException">The message is too large.</exception>
    public static void Write<T>(Marshaller<T> marshaller, T message, IBufferWriter<byte> output, int maxMessageBytes) =>
        marshaller.ContextualSerializer(message, new FramedMessage(output, maxMessageBytes));

    public override void SetPayloadLength(int payloadLength)
    {
        if (payloadLength > maxMessageBytes)
            throw new RpcException(MessageLimits.Exceeded(payloadLength, maxMessageBytes));

        var header = output.GetSpan(GrpcProtocol.FrameHeaderLength);
        header[0] = 0;
        BinaryPrimitives.WriteInt32BigEndian(header[1..], payloadLength);
        output.Advance(GrpcProtocol.FrameHeaderLength);
    }

    public override IBufferWriter<byte> GetBufferWriter() => output;

    public override void Complete()
    {
    }

    public override void Complete(byte[] payload)
    {
        SetPayloadLength(payload.Length);
        output.Write(payload);
    }
}
