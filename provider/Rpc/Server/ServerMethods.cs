using Grpc.Core;

namespace PulumiNumbers.Rpc.Server;

/// <summary>What is served, by path.</summary>
internal sealed class ServerMethods(GrpcServerOptions options) : ServiceBinderBase
{
    private readonly Dictionary<string, IServerMethod> _methods = new(StringComparer.Ordinal);

    public IServerMethod? Find(string path) => _methods.GetValueOrDefault(path);

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        UnaryServerMethod<TRequest, TResponse> handler) =>
        _methods.Add(method.FullName, new UnaryMethod<TRequest, TResponse>(method, handler, options.MaxMessageBytes));

    public override void AddMethod<TRequest, TResponse>(
        Method<TRequest, TResponse> method,
        ServerStreamingServerMethod<TRequest, TResponse> handler) =>
        _methods.Add(method.FullName, new ServerStreamingMethod<TRequest, TResponse>(method, handler, options.MaxMessageBytes));
}
