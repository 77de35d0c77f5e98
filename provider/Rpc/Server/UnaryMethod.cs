using Grpc.Core;

namespace PulumiNumbers.Rpc.Server;

/// <summary>One request, one response.</summary>
internal sealed class UnaryMethod<TRequest, TResponse>(
    Method<TRequest, TResponse> method,
    UnaryServerMethod<TRequest, TResponse> handler,
    int maxMessageBytes) : IServerMethod
    where TRequest : class
    where TResponse : class
{
    public async Task ServeAsync(HttpServerCall call)
    {
        var request = await call.ReadRequestAsync(method.RequestMarshaller, maxMessageBytes);
        var response = await handler(request, call);
        if (call.Status.StatusCode == StatusCode.OK)
            call.WriteResponse(method.ResponseMarshaller, response, maxMessageBytes);
    }
}
