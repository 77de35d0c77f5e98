namespace Grpc.Core;

/// <summary>Writes and reads the messages of one type.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
/// <param name="serializer">Writes a message into a context.</param>
/// <param name="deserializer">Reads a message from a context.</param>
public sealed class Marshaller<T>(Action<T, SerializationContext> serializer, Func<DeserializationContext, T> deserializer)
{
    /// <summary>Writes a message into a context.</summary>
    public Action<T, SerializationContext> ContextualSerializer { get; } = serializer;

    /// <summary>Reads a message from a context.</summary>
    public Func<DeserializationContext, T> ContextualDeserializer { get; } = deserializer;
}
