namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A resource that checks what types and attributes cannot say: which inputs go together, what one carrier supports.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
public interface ICustomCheck<TArgs>
    where TArgs : class
{
    /// <summary>
    /// Runs in every preview and before every change, after types, defaults and normal forms. It must not change anything, and gives the
    /// same answer for its own answer.
    /// </summary>
    /// <returns>The inputs to go on with: <see cref="CheckContext{TArgs}.Inputs"/>, or those with other values.</returns>
    Task<TArgs> CheckAsync(CheckContext<TArgs> check, CancellationToken cancellationToken);
}

/// <summary>A resource that drops, adds or changes differences.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
/// <typeparam name="TState">The resource's state.</typeparam>
public interface ICustomDiff<TArgs, TState>
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>Judges the differences that were found. Must not change anything.</summary>
    /// <param name="request">What is compared.</param>
    /// <param name="proposed">The differences by the general rules.</param>
    ResourceDiff Diff(DiffRequest<TArgs, TState> request, ResourceDiff proposed);
}

/// <summary>A resource that knows more about its state after an operation than the general rules say.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
/// <typeparam name="TState">The resource's state.</typeparam>
public interface ICustomPreview<TArgs, TState>
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>Previews a creation. Without it, outputs of an input's name have its value and all others are not known.</summary>
    Task PreviewCreateAsync(CreateRequest<TArgs> request, StatePreview<TState> preview, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    /// <summary>Previews an update. Without it, outputs of an input's name have its value, stable ones keep theirs, others are not known.</summary>
    Task PreviewUpdateAsync(UpdateRequest<TArgs, TState> request, StatePreview<TState> preview, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}

/// <summary>A resource that can say what could be imported.</summary>
public interface ICustomList
{
    /// <summary>Lists what could be imported, in a stable order.</summary>
    IAsyncEnumerable<ListedResource> ListAsync(ListRequest request, CancellationToken cancellationToken);
}
