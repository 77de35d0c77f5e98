namespace PulumiNumbers.Plugin.Authoring;

/// <summary>
/// An operation that failed and changed nothing, in words for the user. The message reaches the terminal as it is: it names the
/// operation, what refused it and what to do next, and holds no secret. An operation that came part of the way does not throw
/// but answers with problems (<see cref="Outcome{TState}.Problems"/>).
/// </summary>
public sealed class ResourceException : Exception
{
    /// <summary>Describes a failure.</summary>
    /// <param name="kind">What the failure means to the engine.</param>
    /// <param name="message">The words for the user.</param>
    /// <param name="inner">What caused it; never shown.</param>
    public ResourceException(FailureKind kind, string message, Exception? inner = null)
        : base(message, inner) => Kind = kind;

    /// <summary>What the failure means to the engine.</summary>
    public FailureKind Kind { get; }
}

/// <summary>
/// How an operation failed, in the terms in which an engine decides what the failure means for its state: all but
/// <see cref="Unknown"/> and <see cref="Internal"/> say that nothing was changed.
/// </summary>
public enum FailureKind
{
    /// <summary>It is not known what happened, so the real state of the resource is not known either.</summary>
    Unknown,

    /// <summary>What was asked for makes no sense as it stands: the program must change.</summary>
    InvalidArgument,

    /// <summary>What the operation needs does not exist.</summary>
    NotFound,

    /// <summary>What should be created exists already.</summary>
    AlreadyExists,

    /// <summary>The credentials are good but do not allow this.</summary>
    PermissionDenied,

    /// <summary>The credentials are missing or refused.</summary>
    Unauthenticated,

    /// <summary>A quota, rate or balance is used up.</summary>
    ResourceExhausted,

    /// <summary>The remote system is not in the state that the operation needs.</summary>
    FailedPrecondition,

    /// <summary>The remote system cannot be reached or does not work. A later run may succeed.</summary>
    Unavailable,

    /// <summary>There was no time left, and nothing was changed.</summary>
    DeadlineExceeded,

    /// <summary>The user interrupted the operation, and nothing was changed.</summary>
    Cancelled,

    /// <summary>This resource or function does not have the operation.</summary>
    Unimplemented,

    /// <summary>A defect of the provider.</summary>
    Internal,
}
