using Grpc.Core;

namespace PulumiNumbers.Rpc.Client;

/// <summary>Makes calls over HTTP.</summary>
internal sealed class HttpCallInvoker(HttpMessageInvoker http, Uri address, GrpcChannelOptions options) : CallInvoker
{
    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions callOptions,
        TRequest request) =>
        throw new NotSupportedException($"Blocking calls are not supported; call {method.Name}Async.");

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions callOptions,
        TRequest request)
    {
        var call = new HttpClientCall<TRequest, TResponse>(http, new Uri(address, method.FullName), method, callOptions, options);
        call.Start(request);
        return new AsyncUnaryCall<TResponse>(call.ReadSingleAsync(), call.ResponseHeaders, call.GetStatus, call.GetTrailers, call.Dispose);
    }

    public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        string? host,
        CallOptions callOptions,
        TRequest request)
    {
        var call = new HttpClientCall<TRequest, TResponse>(http, new Uri(address, method.FullName), method, callOptions, options);
        call.Start(request);
        return new AsyncServerStreamingCall<TResponse>(
            new ResponseStreamReader<TResponse>(call.ReadNextAsync, call.Cancel),
            call.ResponseHeaders,
            call.GetStatus,
            call.GetTrailers,
            call.Dispose);
    }
}
