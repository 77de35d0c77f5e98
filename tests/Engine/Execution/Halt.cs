namespace PulumiNumbers.Engine.Execution;

/// <summary>Says whether further steps may begin. Steps under way are always let finish.</summary>
internal sealed class Halt
{
    private readonly TaskCompletionSource _raised = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _reason;

    /// <summary>Why no further step may begin, or null.</summary>
    public string? Reason => _reason;

    /// <summary>Ends when the halt is raised.</summary>
    public Task Raised => _raised.Task;

    /// <summary>Lets no further step begin.</summary>
    public void Raise(string reason)
    {
        _reason ??= reason;
        _raised.TrySetResult();
    }

    /// <exception cref="HaltedException">No further step may begin.</exception>
    public void ThrowIfRaised()
    {
        if (_reason is { } reason)
            throw new HaltedException(reason);
    }
}

/// <summary>A step did not begin, or ended in a failure that has been reported already; the program need not report it again.</summary>
internal sealed class HaltedException(string reason) : Exception(reason);
