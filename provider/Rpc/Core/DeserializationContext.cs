using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a message is read from. What it hands out is valid only until the deserializer returns.</summary>
public abstract class DeserializationContext
{
    /// <summary>The length of the message in bytes.</summary>
    public abstract int PayloadLength { get; }

    /// <summary>A copy of the message.</summary>
    public abstract byte[] PayloadAsNewBuffer();

    /// <summary>The message in place.</summary>
    public abstract ReadOnlySequence<byte> PayloadAsReadOnlySequence();
}
