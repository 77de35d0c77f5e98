using System.Collections.Concurrent;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PulumiNumbers.Rpc.Server;

/// <summary>
/// The gRPC methods by their paths. gRPC paths have no parameters, so finding one needs no more than a dictionary. Each method gets its
/// handler with its first call: the generic types behind 21 handlers took a third of a plugin's start, and a life calls a few of them.
/// </summary>
internal sealed class GrpcEndpoints(IServiceProvider services) : ServiceBinderBase
{
    private readonly Dictionary<string, Func<ServerServiceDefinition>> _methods = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RequestDelegate?> _handlers = new(StringComparer.Ordinal);
    private readonly Lock _mapping = new();

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler) =>
        _methods.Add(method.FullName, () => ServerServiceDefinition.CreateBuilder().AddMethod(method, handler!).Build());

    public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
        _methods.Add(method.FullName, () => ServerServiceDefinition.CreateBuilder().AddMethod(method, handler!).Build());

    /// <summary>The handler of the method at a path; null where there is none.</summary>
    public RequestDelegate? Find(string path)
    {
        if (_handlers.TryGetValue(path, out var handler))
            return handler;
        return _methods.TryGetValue(path, out var define) ? _handlers.GetOrAdd(path, _ => Map(define())) : null;
    }

    private RequestDelegate? Map(ServerServiceDefinition method)
    {
        var routes = new Routes(services);
        lock (_mapping)
            routes.MapGrpcService(method);
        return routes.DataSources.SelectMany(source => source.Endpoints).Single().RequestDelegate;
    }

    /// <summary>What Grpc.AspNetCore adds its endpoints to.</summary>
    private sealed class Routes(IServiceProvider services) : IEndpointRouteBuilder
    {
        public IServiceProvider ServiceProvider => services;

        public ICollection<EndpointDataSource> DataSources { get; } = [];

        public IApplicationBuilder CreateApplicationBuilder() => throw new NotSupportedException("There is no middleware.");
    }
}
