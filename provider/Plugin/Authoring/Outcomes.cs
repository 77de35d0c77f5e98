namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What came of a create or an update: always the truth about the resource, even where not everything worked.</summary>
/// <typeparam name="TState">The resource's state.</typeparam>
/// <param name="Id">The resource's id.</param>
/// <param name="State">The resource as it is now.</param>
public sealed record Outcome<TState>(string Id, TState State)
    where TState : class
{
    /// <summary>
    /// What did not work, one sentence each for the user. With any, the engine saves the state, reports every problem as an error
    /// and calls for an update on the next run even where no input changed.
    /// </summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>A resource as it was found.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
/// <typeparam name="TState">The resource's state.</typeparam>
/// <param name="Id">The resource's id in its canonical spelling.</param>
/// <param name="Inputs">The inputs by which a program would declare the resource as it is: unchanged without drift, complete on import.</param>
/// <param name="State">The resource as it is now.</param>
public sealed record ReadOutcome<TArgs, TState>(string Id, TArgs Inputs, TState State)
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>What is wrong with the resource, one sentence each for the user. With any, the engine marks it as unhealthy.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
