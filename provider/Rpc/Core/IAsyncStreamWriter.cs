namespace Grpc.Core;

/// <summary>Writes the messages of a stream one by one.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public interface IAsyncStreamWriter<in T>
{
    /// <summary>Writes a message. One write at a time.</summary>
    /// <param name="message">The message.</param>
    Task WriteAsync(T message);

    /// <summary>Writes a message. One write at a time.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Gives up waiting for a slow reader.</param>
    Task WriteAsync(T message, CancellationToken cancellationToken);
}
