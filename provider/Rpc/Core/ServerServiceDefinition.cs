namespace Grpc.Core;

/// <summary>The methods of a service and what serves them.</summary>
public sealed partial class ServerServiceDefinition
{
    private readonly IReadOnlyList<Action<ServiceBinderBase>> _methods;

    private ServerServiceDefinition(IReadOnlyList<Action<ServiceBinderBase>> methods) => _methods = methods;

    /// <summary>Begins a definition.</summary>
    public static Builder CreateBuilder() => new();

    /// <summary>Hands every method to a binder.</summary>
    /// <param name="binder">What takes them.</param>
    public void BindService(ServiceBinderBase binder)
    {
        foreach (var method in _methods)
            method(binder);
    }
}
