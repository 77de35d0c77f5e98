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
