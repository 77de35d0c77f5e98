using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PulumiNumbers.Rpc.Server;

/// <summary>The gRPC methods by their paths. gRPC paths have no parameters, so finding one needs no more than a dictionary.</summary>
internal sealed class GrpcEndpoints(IServiceProvider services) : IEndpointRouteBuilder
{
    private readonly Dictionary<string, RequestDelegate> _methods = new(StringComparer.Ordinal);

    public IServiceProvider ServiceProvider => services;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public IApplicationBuilder CreateApplicationBuilder() => throw new NotSupportedException("There is no middleware.");

    public void Add(ServerServiceDefinition service)
    {
        DataSources.Clear();
        this.MapGrpcService(service);
        foreach (var endpoint in DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint is { RequestDelegate: { } method, RoutePattern.RawText: { } path })
                _methods.Add(path, method);
        }
    }

    public RequestDelegate? Find(string? path) => path is null ? null : _methods.GetValueOrDefault(path);
}
