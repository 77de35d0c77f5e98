namespace Grpc.Core;

/// <summary>Writes the responses of a server-streaming call.</summary>
/// <typeparam name="T">The type of the responses.</typeparam>
public interface IServerStreamWriter<in T> : IAsyncStreamWriter<T>;
