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
        if (methods.Find(context.Request.Path.Value ?? "") is not { } method)
            return Refuse(context.Response, StatusCode.Unimplemented, $"There is no method {context.Request.Path.Value}.");

        var encoding = context.Request.Headers[GrpcProtocol.EncodingHeader].ToString();
        if (encoding is not ("" or GrpcProtocol.Identity))
        {
            context.Response.Headers[GrpcProtocol.AcceptEncodingHeader] = GrpcProtocol.Identity;
            return Refuse(context.Response, StatusCode.Unimplemented, $"'{encoding}' is not supported, only uncompressed messages.");
        }

        var timeout = context.Request.Headers[GrpcProtocol.TimeoutHeader].ToString();
        if (timeout.Length > 0 && !GrpcTimeout.TryParse(timeout, out _))
            return Refuse(context.Response, StatusCode.InvalidArgument, $"'{timeout}' is no valid grpc-timeout.");

        return ServeAsync(context, method);
    }

    private static Task Refuse(HttpResponse response, StatusCode code, string detail)
    {
        ResponseStatus.Write(response, new Status(code, detail), []);
        return Task.CompletedTask;
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
            ResponseStatus.Write(context.Response, Described(exception.Status, call), [.. call.ResponseTrailers, .. exception.Trailers]);
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

    /// <summary>Generated services answer for the methods that they do not override without a word.</summary>
    private static Status Described(Status status, HttpServerCall call) => status is { StatusCode: StatusCode.Unimplemented, Detail: "" }
        ? status with { Detail = $"{call.Method} is not implemented." }
        : status;

    private static Status Cancellation(DeadlineTimer? deadline) => deadline is { HasPassed: true }
        ? new Status(StatusCode.DeadlineExceeded, "The deadline of the call has passed.")
        : new Status(StatusCode.Cancelled, "The server is stopping.");
}
