namespace Pulumi.Running;

/// <summary>Everything that the program has under way: it may end only when nothing is, or when something failed.</summary>
internal sealed class InFlightWork
{
    private readonly object _gate = new();
    private readonly HashSet<Exception> _failures = new(ReferenceEqualityComparer.Instance);
    private readonly TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // One for the program's own start, which WhenSettledAsync takes back.
    private int _pending = 1;

    /// <summary>Adds a task; one that has succeeded already costs nothing.</summary>
    public void Track(Task work)
    {
        if (work.IsCompletedSuccessfully)
            return;

        lock (_gate)
            _pending++;

        _ = WatchAsync(work);
    }

    /// <summary>Adds a failure outside any task.</summary>
    public void Fail(Exception failure)
    {
        lock (_gate)
            _failures.Add(failure);

        _settled.TrySetResult();
    }

    /// <summary>Waits until nothing is under way or something has failed, and answers the failures, each once.</summary>
    public async Task<IReadOnlyCollection<Exception>> WhenSettledAsync()
    {
        End();
        await _settled.Task;
        lock (_gate)
            return [.. _failures];
    }

    private async Task WatchAsync(Task work)
    {
        try
        {
            await work;
        }
#pragma warning disable CA1031 // Whatever went wrong, the user must hear of it, and of the first cause only once.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Fail(failure);
        }

        End();
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_pending > 0)
                return;
        }

        _settled.TrySetResult();
    }
}
