namespace Grpc.Core;

public abstract partial class ClientBase
{
    /// <summary>What a client needs.</summary>
    /// <param name="callInvoker">What makes the calls.</param>
    protected internal sealed class ClientBaseConfiguration(CallInvoker callInvoker)
    {
        internal CallInvoker CallInvoker { get; } = callInvoker;
    }
}
