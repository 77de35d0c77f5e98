using System.Buffers;

namespace Grpc.Core;

/// <summary>Where a message is written to.</summary>
public abstract class SerializationContext
{
    /// <summary>Announces the length of the message; called before <see cref="GetBufferWriter"/>.</summary>
    /// <param name="payloadLength">The length in bytes.</param>
    public abstract void SetPayloadLength(int payloadLength);

    /// <summary>Takes exactly the announced number of bytes.</summary>
    public abstract IBufferWriter<byte> GetBufferWriter();

    /// <summary>Ends a message that was written into the buffer writer.</summary>
    public abstract void Complete();

    /// <summary>Writes a whole message at once.</summary>
    /// <param name="payload">The message.</param>
    public abstract void Complete(byte[] payload);
}
