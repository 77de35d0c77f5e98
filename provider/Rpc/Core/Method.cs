namespace Grpc.Core;

/// <summary>A method of a service: its name and how its messages are written and read.</summary>
/// <typeparam name="TRequest">The type of the request.</typeparam>
/// <typeparam name="TResponse">The type of the response.</typeparam>
/// <param name="type">Which side sends many messages.</param>
/// <param name="serviceName">The service with its package, such as <c>pulumirpc.Engine</c>.</param>
/// <param name="name">The name of the method in the service.</param>
/// <param name="requestMarshaller">Writes and reads requests.</param>
/// <param name="responseMarshaller">Writes and reads responses.</param>
public sealed class Method<TRequest, TResponse>(
    MethodType type,
    string serviceName,
    string name,
    Marshaller<TRequest> requestMarshaller,
    Marshaller<TResponse> responseMarshaller)
{
    /// <summary>Which side sends many messages.</summary>
    public MethodType Type { get; } = type;

    /// <summary>The service with its package.</summary>
    public string ServiceName { get; } = serviceName;

    /// <summary>The name of the method in the service.</summary>
    public string Name { get; } = name;

    /// <summary>The path of the method on the wire: <c>/service/method</c>.</summary>
    public string FullName { get; } = $"/{serviceName}/{name}";

    /// <summary>Writes and reads requests.</summary>
    public Marshaller<TRequest> RequestMarshaller { get; } = requestMarshaller;

    /// <summary>Writes and reads responses.</summary>
    public Marshaller<TResponse> ResponseMarshaller { get; } = responseMarshaller;
}
