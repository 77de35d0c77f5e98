using Grpc.Core;

namespace PulumiNumbers.Rpc.Server;

/// <summary>One request, many responses.</summary>
internal sealed class ServerStreamingMethod<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    ServerStreamingServerMethod<TRequest, TResponse> handler,
    int maxMessageBytes) : IServerMethod
    where TRequest : class
    where TResponse : class
{
    public async Task ServeAsync(HttpServerCall call)
    {
        var request = await call.ReadRequestAsync(method.RequestMarshaller, maxMessageBytes);
        await handler(request, new ResponseStreamWriter<TResponse>(call, method.ResponseMarshaller, maxMessageBytes), call);
    }
}
