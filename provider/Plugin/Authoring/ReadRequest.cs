namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Asks what a resource really looks like now: a refresh, or an import, of which only the id is known.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
/// <typeparam name="TState">The resource's state.</typeparam>
public sealed record ReadRequest<TArgs, TState> : ResourceRequest
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>The resource's id; in an import, what the user typed.</summary>
    public required string Id { get; init; }

    /// <summary>The inputs of the last run; null on import.</summary>
    public TArgs? Inputs { get; init; }

    /// <summary>The state that was saved last; null on import.</summary>
    public TState? State { get; init; }

    /// <summary>Whether the resource is being imported: nothing but its id is known.</summary>
    public bool IsImport => State is null;
}
