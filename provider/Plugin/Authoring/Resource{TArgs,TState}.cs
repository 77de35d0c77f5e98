using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>
/// A resource type: what its author writes are the four operations on the real thing. Types, defaults, normal forms, diffs, previews,
/// secrets and the schema follow from the two records and their attributes; the hooks are for what they cannot say. The class carries
/// a <see cref="ResourceTypeAttribute"/>. One instance serves all calls, many at once.
/// </summary>
/// <remarks>
/// Property types are string, bool, int, long, double, enums, value types that are <see cref="IParsable{TSelf}"/> (a string on the wire;
/// <c>ToString</c> is the normal form), records of the same, <see cref="IReadOnlyList{T}"/>, <see cref="IReadOnlySet{T}"/> (an array on
/// the wire in which order and duplicates mean nothing) and <see cref="IReadOnlyDictionary{TKey,TValue}"/> by string. Nullable means optional.
/// An operation that fails without any effect throws (<see cref="ResourceException"/>, or what the provider's definition explains).
/// </remarks>
/// <typeparam name="TArgs">The inputs.</typeparam>
/// <typeparam name="TState">The state: the inputs and what else is known of the real thing. Its required properties are always known.</typeparam>
public abstract class Resource<TArgs, TState> : Resource
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>Creates the real thing. Once anything exists, failures are answered as problems, so that it is never lost.</summary>
    public abstract Task<Outcome<TState>> CreateAsync(CreateRequest<TArgs> request, CancellationToken cancellationToken);

    /// <summary>Reads the real thing. Null: it does not exist any more.</summary>
    public abstract Task<ReadOutcome<TArgs, TState>?> ReadAsync(ReadRequest<TArgs, TState> request, CancellationToken cancellationToken);

    /// <summary>Makes the real thing what the new inputs say. Once anything has changed, failures are answered as problems.</summary>
    public abstract Task<Outcome<TState>> UpdateAsync(UpdateRequest<TArgs, TState> request, CancellationToken cancellationToken);

    /// <summary>Deletes the real thing; one that is gone already counts as deleted.</summary>
    public abstract Task DeleteAsync(DeleteRequest<TArgs, TState> request, CancellationToken cancellationToken);

    /// <summary>
    /// Checks what types and attributes cannot say: which inputs go together, what one carrier supports. Runs in every preview and before
    /// every change, after types, defaults and normal forms; it must not change anything, and gives the same answer for its own answer.
    /// </summary>
    /// <returns>The inputs to go on with: <see cref="CheckContext{TArgs}.Inputs"/>, or those with other values.</returns>
    public virtual Task<TArgs> CheckAsync(CheckContext<TArgs> check, CancellationToken cancellationToken) => Task.FromResult(check.Inputs);

    /// <summary>Judges the differences that were found: drops, adds or changes some. Must not change anything.</summary>
    /// <param name="request">What is compared.</param>
    /// <param name="proposed">The differences by the general rules.</param>
    public virtual ResourceDiff Diff(DiffRequest<TArgs, TState> request, ResourceDiff proposed) => proposed;

    /// <summary>Foretells a creation. Without it, outputs of an input's name have its value and all others are not known.</summary>
    public virtual Task PreviewCreateAsync(
        CreateRequest<TArgs> request, StatePreview<TState> preview, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Foretells an update. Without it, outputs of an input's name have its value, stable ones keep theirs, others are not known.</summary>
    public virtual Task PreviewUpdateAsync(
        UpdateRequest<TArgs, TState> request, StatePreview<TState> preview, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lists what could be imported, in a stable order.</summary>
    public virtual IAsyncEnumerable<ListedResource> ListAsync(ListRequest request, CancellationToken cancellationToken) =>
        throw new ResourceException(FailureKind.Unimplemented, "Resources of this type cannot be listed.");

    internal sealed override ResourceBinding Bind(BindingContext context) => new ResourceBinding<TArgs, TState>(this, context);
}
