using System.Linq.Expressions;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What the requests of all operations have in common.</summary>
public abstract record ResourceRequest
{
    /// <summary>The resource's surroundings.</summary>
    public required ResourceContext Context { get; init; }

    /// <summary>The resource's URN.</summary>
    public Urn Urn => Context.Urn;

    /// <summary>The name that the program gave the resource.</summary>
    public string Name => Context.Name;

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log => Context.Log;
}

/// <summary>A request with inputs that may not all be known yet.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
public abstract record InputRequest<TArgs> : ResourceRequest
    where TArgs : class
{
    /// <summary>
    /// The checked inputs. Where one is not known yet (previews only) the property has its C# default, and a collection lacks the
    /// elements that are not known: ask <see cref="IsKnown"/>.
    /// </summary>
    public required TArgs Inputs { get; init; }

    /// <summary>Where the inputs hold values that are not known yet. None outside previews.</summary>
    public UnknownPaths Unknowns { get; init; } = UnknownPaths.None;

    /// <summary>Whether an input is known, with everything in it.</summary>
    /// <param name="property">The input, as in <c>args => args.Number</c>.</param>
    public bool IsKnown(Expression<Func<TArgs, object?>> property) => Unknowns.IsKnown(PropertyPath.Of(property));
}

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

/// <summary>Asks for a resource to be deleted. What is gone already counts as deleted.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
/// <typeparam name="TState">The resource's state.</typeparam>
public sealed record DeleteRequest<TArgs, TState> : ResourceRequest
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>The resource's id.</summary>
    public required string Id { get; init; }

    /// <summary>The inputs of the last run.</summary>
    public required TArgs Inputs { get; init; }

    /// <summary>The state that was saved last.</summary>
    public required TState State { get; init; }
}

/// <summary>Asks what must change for a resource to become what its new inputs say.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
/// <typeparam name="TState">The resource's state.</typeparam>
public sealed record DiffRequest<TArgs, TState> : InputRequest<TArgs>
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

/// <summary>Asks which resources of a type exist and could be imported.</summary>
public sealed record ListRequest
{
    /// <summary>Property values that the listed resources have, by wire name. Those a resource does not know are ignored.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>The clock and the timers to use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

/// <summary>A resource that exists and could be imported.</summary>
/// <param name="Id">The id to import it by.</param>
/// <param name="Name">A name that tells a person which one it is.</param>
public sealed record ListedResource(string Id, string Name);

/// <summary>A call of a function. Arguments are always known: the engine calls only then.</summary>
/// <typeparam name="TArgs">The arguments.</typeparam>
public sealed record InvokeRequest<TArgs>
    where TArgs : class
{
    /// <summary>The checked arguments.</summary>
    public required TArgs Args { get; init; }

    /// <summary>Whether the call is part of a preview.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>The clock and the timers to use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}

/// <summary>Brings the provider its configuration.</summary>
/// <typeparam name="TConfig">The configuration.</typeparam>
public sealed record ConfigureRequest<TConfig>
    where TConfig : class
{
    /// <summary>The checked configuration. A key that is not known yet (previews only) has its C# default: ask <see cref="IsKnown"/>.</summary>
    public required TConfig Config { get; init; }

    /// <summary>Where the configuration holds values that are not known yet. None outside previews.</summary>
    public UnknownPaths Unknowns { get; init; } = UnknownPaths.None;

    /// <summary>Describes the inputs.</summary>
    internal RecordDescriptor Record { get; init; } = RecordDescriptor.None;

    /// <summary>Where to say things to the user that belong to no resource.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>The clock and the timers to use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether a key is known, with everything in it.</summary>
    /// <param name="property">The key, as in <c>config => config.SevenApiKey</c>.</param>
    public bool IsKnown(Expression<Func<TConfig, object?>> property) => Unknowns.IsKnown(PropertyPath.Of(property));

    /// <summary>The value of an input, without compiling the expression.</summary>
    /// <param name="property">The key, as in <c>config => config.SevenApiKey</c>.</param>
    public object? ValueOf(Expression<Func<TConfig, object?>> property) => PropertyPath.Of(property).ValueIn(Record, Config);
}
