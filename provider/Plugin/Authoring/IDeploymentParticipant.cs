using System.Linq.Expressions;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>
/// A resource type whose instances must know of each other within one deployment. The host reports what the program declares and which
/// states it sees, before it goes on with the call that brought them, so that Check and Diff of the resource stay pure. Calls come
/// concurrently and must return at once.
/// </summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
/// <typeparam name="TState">The resource's state.</typeparam>
public interface IDeploymentParticipant<TArgs, TState>
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>
    /// The program declares a resource with these inputs. Called after each successful Check, and with the new inputs of each Diff, Create
    /// and Update (previews included), since the engine makes up the Check of resources outside a targeted run.
    /// </summary>
    void Declare(Declaration<TArgs> declaration);

    /// <summary>A state of the resource was seen.</summary>
    void Observe(Observation<TArgs, TState> observation);
}

/// <summary>Inputs that the program declares.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
public sealed record Declaration<TArgs>
    where TArgs : class
{
    /// <summary>The resource's URN.</summary>
    public required Urn Urn { get; init; }

    /// <summary>The checked inputs, as in <see cref="InputRequest{TArgs}.Inputs"/>.</summary>
    public required TArgs Inputs { get; init; }

    /// <summary>The checked inputs of the last run, where a Check brought them: a forced replacement brings no Diff. Null otherwise.</summary>
    public TArgs? PriorInputs { get; init; }

    /// <summary>Where the inputs hold values that are not known yet. None outside previews.</summary>
    public UnknownPaths Unknowns { get; init; } = UnknownPaths.None;

    /// <summary>Whether an input is known, with everything in it.</summary>
    /// <param name="property">The input, as in <c>args => args.Number</c>.</param>
    public bool IsKnown(Expression<Func<TArgs, object?>> property) => Unknowns.IsKnown(PropertyPath.Of(property));
}

/// <summary>Where in a deployment a state was seen.</summary>
public enum ObservationStage
{
    /// <summary>The saved state, which the engine compares with new inputs.</summary>
    Diffed,

    /// <summary>The state that a refresh or an import found.</summary>
    Read,

    /// <summary>The state after a creation, complete or not.</summary>
    Created,

    /// <summary>The state after an update, complete or not; in a preview the state before it.</summary>
    Updated,

    /// <summary>The saved state of a resource whose deletion begins.</summary>
    DeleteStarted,

    /// <summary>The saved state of a resource whose deletion succeeded.</summary>
    Deleted,
}

/// <summary>A state that the host saw.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
/// <typeparam name="TState">The resource's state.</typeparam>
public sealed record Observation<TArgs, TState>
    where TArgs : class
    where TState : class, TArgs
{
    /// <summary>The resource's URN.</summary>
    public required Urn Urn { get; init; }

    /// <summary>The resource's id.</summary>
    public required string Id { get; init; }

    /// <summary>The inputs that belong to the state: new ones after a creation or an update, saved ones otherwise.</summary>
    public required TArgs Inputs { get; init; }

    /// <summary>The state.</summary>
    public required TState State { get; init; }

    /// <summary>Where it was seen.</summary>
    public required ObservationStage Stage { get; init; }

    /// <summary>Whether it was read by its id alone: an import, or a resource that the program only looks up.</summary>
    public bool IsImport { get; init; }

    /// <summary>Whether the call said that it belongs to a preview; Diff, Read and Delete cannot tell.</summary>
    public bool IsPreview { get; init; }
}
