using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc.Server;

/// <summary>Turns HTTP requests into calls. Whatever arrives is answered; nothing that a method does ends the server.</summary>
internal sealed class GrpcApplication(ServerMethods methods, GrpcServerOptions options, CancellationToken stopping)
    : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    public Task ProcessRequestAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = HttpMethods.Post;
            return Task.CompletedTask;
        }

        if (!GrpcProtocol.IsGrpcContentType(context.Request.ContentType))
        {
            context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
            return Task.CompletedTask;
        }

        context.Response.ContentType = GrpcProtocol.ContentType;
        if (Refusal(context.Request) is { } refusal)
        {
            ResponseStatus.Write(context.Response, refusal, []);
            return Task.CompletedTask;
        }

        return ServeAsync(context, methods.Find(context.Request.Path.Value!)!);
    }

    private Status? Refusal(HttpRequest request)
    {
        if (methods.Find(request.Path.Value ?? "") is null)
            return new Status(StatusCode.Unimplemented, $"There is no method {request.Path.Value}.");
        if (request.Headers[GrpcProtocol.EncodingHeader].ToString() is { Length: > 0 } encoding && encoding != GrpcProtocol.Identity)
            return new Status(StatusCode.Unimplemented, $"Messages compressed with '{encoding}' are not supported, only identity.");
        if (request.Headers[GrpcProtocol.TimeoutHeader].ToString() is { Length: > 0 } timeout && !GrpcTimeout.TryParse(timeout, out _))
            return new Status(StatusCode.InvalidArgument, $"'{timeout}' is no valid grpc-timeout.");
        return null;
    }

    private async Task ServeAsync(HttpContext context, IServerMethod method)
    {
        var time = options.TimeProvider;
        var hasDeadline = GrpcTimeout.TryParse(context.Request.Headers[GrpcProtocol.TimeoutHeader].ToString(), out var timeout);
        using var deadline = hasDeadline ? new DeadlineTimer(time, timeout) : null;
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted,
            stopping,
            deadline?.Token ?? CancellationToken.None);

        var call = new HttpServerCall(context, deadline?.DeadlineUtc ?? DateTime.MaxValue, ends.Token);
        try
        {
            await method.ServeAsync(call);
            ResponseStatus.Write(context.Response, call.Status, call.ResponseTrailers);
        }
        catch (RpcException exception)
        {
            ResponseStatus.Write(context.Response, exception.Status, [.. call.ResponseTrailers, .. exception.Trailers]);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to be told.
        }
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            ResponseStatus.Write(context.Response, Cancellation(deadline), call.ResponseTrailers);
        }
        catch (BadHttpRequestException exception)
        {
            ResponseStatus.Write(context.Response, new Status(StatusCode.Internal, exception.Message), call.ResponseTrailers);
        }
        catch (Exception exception)
        {
            // The words of an unexpected exception are not sent: nobody has checked them for secrets.
            options.UnhandledException?.Invoke(call.Method, exception);
            var status = new Status(StatusCode.Unknown, $"{call.Method} failed unexpectedly ({exception.GetType().Name}).");
            ResponseStatus.Write(context.Response, status, call.ResponseTrailers);
        }
    }

    private static Status Cancellation(DeadlineTimer? deadline) => deadline is { Token.IsCancellationRequested: true }
        ? new Status(StatusCode.DeadlineExceeded, "The deadline of the call has passed.")
        : new Status(StatusCode.Cancelled, "The server is stopping.");
}
