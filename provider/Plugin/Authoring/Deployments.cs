using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What tells one deployment from another: all plugin processes of one have the same engine address.</summary>
/// <param name="EngineAddress">The engine's address, <c>host:port</c>.</param>
public sealed record DeploymentIdentity(string EngineAddress);

/// <summary>What a program declares of a resource.</summary>
public sealed record Declaration<TArgs>
    where TArgs : class
{
    /// <summary>The resource.</summary>
    public required Urn Urn { get; init; }

    /// <summary>The checked inputs.</summary>
    public required TArgs Inputs { get; init; }

    /// <summary>The checked inputs of the last run; null for a new resource.</summary>
    public TArgs? PriorInputs { get; init; }

    /// <summary>Where the inputs hold values that are not known yet.</summary>
    public UnknownPaths Unknowns { get; init; } = UnknownPaths.None;
}

/// <summary>When a state was seen.</summary>
public enum ObservationStage
{
    /// <summary>Compared with new inputs.</summary>
    Diffed,

    /// <summary>Read from the real thing.</summary>
    Read,

    /// <summary>Created; the answer has been handed over.</summary>
    Created,

    /// <summary>Updated; the answer has been handed over.</summary>
    Updated,

    /// <summary>About to be deleted.</summary>
    DeleteStarted,

    /// <summary>Deleted.</summary>
    Deleted,
}

/// <summary>A resource's state as it was seen.</summary>
public sealed record Observation<TArgs, TState>
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>The resource.</summary>
    public required Urn Urn { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its inputs.</summary>
    public required TArgs Inputs { get; init; }

    /// <summary>Its state.</summary>
    public required TState State { get; init; }

    /// <summary>When it was seen.</summary>
    public required ObservationStage Stage { get; init; }

    /// <summary>Whether the deployment is a preview.</summary>
    public bool IsPreview { get; init; }
}

/// <summary>A resource type that wants to know what the deployment as a whole declares and has.</summary>
public interface IDeploymentParticipant<TArgs, TState>
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>Takes note of a declaration.</summary>
    void Declare(Declaration<TArgs> declaration);

    /// <summary>Takes note of a state.</summary>
    void Observe(Observation<TArgs, TState> observation);
}
