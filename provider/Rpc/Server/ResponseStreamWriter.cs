using Grpc.Core;

namespace PulumiNumbers.Rpc.Server;

/// <summary>Sends every response on its way before it takes the next one, so that a slow reader slows the writer down.</summary>
internal sealed class ResponseStreamWriter<T>(HttpServerCall call, Marshaller<T> marshaller, int maxMessageBytes) : IServerStreamWriter<T>
{
    public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

    public async Task WriteAsync(T message, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, call.CancellationToken);
        either.Token.ThrowIfCancellationRequested();
        call.WriteResponse(marshaller, message, maxMessageBytes);
        await call.FlushAsync(either.Token);
    }
}
