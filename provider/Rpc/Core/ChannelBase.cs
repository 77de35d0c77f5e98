namespace Grpc.Core;

/// <summary>A way to a server.</summary>
/// <param name="target">The address of the server.</param>
public abstract class ChannelBase(string target)
{
    /// <summary>The address of the server.</summary>
    public string Target { get; } = target;

    /// <summary>What makes calls over this channel.</summary>
    public abstract CallInvoker CreateCallInvoker();
}
