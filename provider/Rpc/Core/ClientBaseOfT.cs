namespace Grpc.Core;

/// <summary>What the generated client of a service derives from.</summary>
/// <typeparam name="T">The generated client.</typeparam>
public abstract class ClientBase<T> : ClientBase
    where T : ClientBase<T>
{
    /// <summary>A client without a channel, for test doubles that override every method.</summary>
    protected ClientBase()
    {
    }

    /// <summary>A client of a channel.</summary>
    /// <param name="channel">The way to the server.</param>
    protected ClientBase(ChannelBase channel)
        : this(new ClientBaseConfiguration(channel.CreateCallInvoker()))
    {
    }

    /// <summary>A client of a call invoker.</summary>
    /// <param name="callInvoker">What makes the calls.</param>
    protected ClientBase(CallInvoker callInvoker)
        : this(new ClientBaseConfiguration(callInvoker))
    {
    }

    /// <summary>A client of a configuration.</summary>
    /// <param name="configuration">What the client needs.</param>
    protected ClientBase(ClientBaseConfiguration configuration)
        : base(configuration)
    {
    }

    /// <summary>Another client of the same kind.</summary>
    /// <param name="configuration">What it needs.</param>
    protected abstract T NewInstance(ClientBaseConfiguration configuration);
}
