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
