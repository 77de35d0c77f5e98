namespace PulumiNumbers.Engine.Planning;

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
