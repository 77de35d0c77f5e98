using System.Buffers;
using Grpc.Core;

namespace PulumiNumbers.Rpc.Wire;

/// <summary>A message that has arrived, where it lies.</summary>
internal sealed class ReceivedPayload(ReadOnlySequence<byte> payload) : DeserializationContext
{
    public override int PayloadLength => (int)payload.Length;

    public override byte[] PayloadAsNewBuffer() => payload.ToArray();

    public override ReadOnlySequence<byte> PayloadAsReadOnlySequence() => payload;
}
