using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A resource type, as the host holds it. Authors derive from <see cref="Resource{TArgs,TState}"/>.</summary>
public abstract class Resource
{
    private protected Resource()
    {
    }

    internal abstract ResourceBinding Bind(BindingContext context);
}

/// <summary>
/// A resource type: what its author writes are the four operations on the real thing. Types, defaults, normal forms, diffs, previews,
/// secrets and the schema follow from the two records and their attributes. What they cannot say is in optional interfaces:
/// <see cref="ICustomCheck{TArgs}"/>, <see cref="ICustomDiff{TArgs,TState}"/>, <see cref="ICustomPreview{TArgs,TState}"/>, <see cref="ICustomList"/>,
/// <see cref="IDeploymentParticipant{TArgs,TState}"/>. The class carries
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

    internal sealed override ResourceBinding Bind(BindingContext context) => new ResourceBinding<TArgs, TState>(this, context);
}

/// <summary>Names a resource class for the engine and describes it for the schema.</summary>
/// <param name="token">The type token, e.g. <c>numbers:index:NumberPool</c>.</param>
/// <param name="description">What the resource is, in Markdown.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ResourceTypeAttribute(string token, string description) : Attribute
{
    /// <summary>The type token, e.g. <c>numbers:index:NumberPool</c>.</summary>
    public string Token { get; } = token;

    /// <summary>What the resource is, in Markdown.</summary>
    public string Description { get; } = description;

    /// <summary>Whether a replacement deletes the old resource before it creates the new one. Default: after.</summary>
    public bool DeleteBeforeReplace { get; init; }
}
