using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Planning;

/// <summary>One thing that a deployment does, or in a preview would do, to one resource.</summary>
public sealed record Step
{
    /// <summary>What is done.</summary>
    public required StepOp Op { get; init; }

    /// <summary>The resource.</summary>
    public required Urn Urn { get; init; }

    /// <summary>Its state before, or null.</summary>
    public ResourceState? Old { get; init; }

    /// <summary>Its state after; while the step is under way its inputs only. Null after a delete.</summary>
    public ResourceState? New { get; init; }

    /// <summary>The properties that change, in the order of their paths. For a refresh: how what is found differs from what was known.</summary>
    public IReadOnlyList<PropertyChange> Changes { get; init; } = [];

    /// <summary>Whether the step belongs to a refresh and says what was found rather than what is done.</summary>
    public bool IsRefresh { get; init; }

    /// <summary>The type token.</summary>
    public string Type => Urn.Type;

    /// <summary>Whether the resource is other than it was, or will be.</summary>
    public bool IsChange => Op is not (StepOp.Same or StepOp.Read);

    /// <summary>Whether it concerns a default provider, which nobody declared: neither shown nor counted.</summary>
    public bool IsInternal => ResourceTypes.IsDefaultProvider(Urn);
}

/// <summary>What a step does to a resource.</summary>
public enum StepOp
{
    /// <summary>Nothing: it is as declared.</summary>
    Same,

    /// <summary>Creates it.</summary>
    Create,

    /// <summary>Changes it in place.</summary>
    Update,

    /// <summary>Deletes it.</summary>
    Delete,

    /// <summary>Creates its replacement; the old one is deleted by a <see cref="DeleteReplaced"/>.</summary>
    Replace,

    /// <summary>Deletes what was or is to be replaced.</summary>
    DeleteReplaced,

    /// <summary>Looks up a resource that the stack does not manage.</summary>
    Read,

    /// <summary>Takes an existing resource into the stack.</summary>
    Import,

    /// <summary>Takes the resource out of the state and leaves it with the carrier.</summary>
    Forget,
}
