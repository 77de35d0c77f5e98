using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace PulumiNumbers.Rpc.Server;

/// <summary>Hands each HTTP request to the gRPC method at its path, without the middleware and the route matching of a web host.</summary>
internal sealed class GrpcApplication(GrpcEndpoints endpoints, IServiceProvider services) : IHttpApplication<HttpContext>
{
    private const string GrpcContentType = "application/grpc";

    public HttpContext CreateContext(IFeatureCollection contextFeatures)
    {
        Http2StreamReset.Apply(contextFeatures);
        return new DefaultHttpContext(contextFeatures) { RequestServices = services };
    }

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

        return endpoints.Find(context.Request.Path.Value ?? "") is { } method ? method(context) : RefuseUnknownMethod(context);
    }

    private static Task RefuseUnknownMethod(HttpContext context)
    {
        context.Response.ContentType = GrpcContentType;
        context.Response.Headers["grpc-status"] = $"{(int)StatusCode.Unimplemented}";
        context.Response.Headers["grpc-message"] = "The method is not implemented.";
        return Task.CompletedTask;
    }
}
