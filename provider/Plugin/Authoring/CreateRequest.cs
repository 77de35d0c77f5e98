namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Asks for the real thing to be changed.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
public abstract record ChangeRequest<TArgs> : InputRequest<TArgs>
    where TArgs : class
{
    private readonly CheckpointSlot _checkpoint = new();

    /// <summary>What was reached last; null for nothing.</summary>
    internal (string Id, object State)? Reached => _checkpoint.Reached;

    /// <summary>
    /// Records that the real thing exists, or has changed, with this state. From now on every exception that ends the operation is reported
    /// as a problem beside the last recorded state, never instead of it.
    /// </summary>
    /// <param name="id">The resource's id.</param>
    /// <param name="state">The resource as it is by now.</param>
    public void Checkpoint<TState>(string id, TState state)
        where TState : class, TArgs
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(state);
        _checkpoint.Reached = (id, state);
    }

    /// <summary>Shared by the copies that <c>with</c> makes.</summary>
    private sealed class CheckpointSlot
    {
        public (string Id, object State)? Reached { get; set; }
    }
}

/// <summary>Asks for a resource to be created.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
public sealed record CreateRequest<TArgs> : ChangeRequest<TArgs>
    where TArgs : class;
