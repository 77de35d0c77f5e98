using Grpc.Core;
using Grpc.Core.Interceptors;

namespace PulumiNumbers.Rpc.Server;

/// <summary>
/// Answers what a method throws. The text of an unexpected exception is not sent, because nobody has checked it for secrets; its type is.
/// </summary>
internal sealed class ErrorInterceptor(GrpcServerOptions options) : Interceptor
{
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            return await continuation(request, context);
        }
        catch (Exception exception) when (NeedsTranslation(exception, context))
        {
            throw Translate(exception, context);
        }
    }

    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        try
        {
            await continuation(request, responseStream, context);
        }
        catch (Exception exception) when (NeedsTranslation(exception, context))
        {
            throw Translate(exception, context);
        }
    }

    /// <summary>An exception with a status of its own is sent as it is, and after the caller's end there is nobody to send it to.</summary>
    private static bool NeedsTranslation(Exception exception, ServerCallContext context) => exception is RpcException failure
        ? failure.Status is { StatusCode: StatusCode.Unimplemented, Detail: "" }
        : !context.CancellationToken.IsCancellationRequested;

    private RpcException Translate(Exception exception, ServerCallContext context)
    {
        // Generated services throw it, without a text, for the methods that they do not override.
        if (exception is RpcException)
            return new RpcException(new Status(StatusCode.Unimplemented, $"{context.Method} is not implemented."));

        options.UnhandledException?.Invoke(context.Method, exception);
        return new RpcException(new Status(StatusCode.Unknown, $"{context.Method} failed unexpectedly ({exception.GetType().Name})."));
    }
}
