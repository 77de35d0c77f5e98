namespace Grpc.Core;

/// <summary>Reads the messages of a stream one by one.</summary>
/// <typeparam name="T">The type of the messages.</typeparam>
public interface IAsyncStreamReader<out T>
{
    /// <summary>The message that the last <see cref="MoveNext"/> arrived at.</summary>
    T Current { get; }

    /// <summary>Goes to the next message.</summary>
    /// <param name="cancellationToken">Ends the call when cancelled.</param>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="RpcException">The call failed.</exception>
    Task<bool> MoveNext(CancellationToken cancellationToken);
}
