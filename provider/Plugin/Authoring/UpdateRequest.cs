namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Asks for a resource to become what its new inputs say.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
/// <typeparam name="TState">The resource's state.</typeparam>
public sealed record UpdateRequest<TArgs, TState> : ChangeRequest<TArgs>
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>The resource's id.</summary>
    public required string Id { get; init; }

    /// <summary>The inputs of the last run.</summary>
    public required TArgs PriorInputs { get; init; }

    /// <summary>The state that was saved last.</summary>
    public required TState State { get; init; }
}
