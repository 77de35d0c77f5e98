namespace Grpc.Core;

/// <summary>What the generated clients have in common.</summary>
public abstract partial class ClientBase
{
    private readonly CallInvoker? _callInvoker;

    /// <summary>A client without a channel, for test doubles that override every method.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client of a configuration.</summary>
    /// <param name="configuration">What the client needs.</param>
    protected ClientBase(ClientBaseConfiguration configuration) => _callInvoker = configuration.CallInvoker;

    /// <summary>What makes the calls.</summary>
    protected CallInvoker CallInvoker =>
        _callInvoker ?? throw new InvalidOperationException("This client was made without a channel: it is a test double.");
}
