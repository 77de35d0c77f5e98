namespace PulumiNumbers.Emulator.Log;

/// <summary>Somebody who waits for requests of a certain kind.</summary>
internal sealed class RequestWaiter(Func<RecordedRequest, bool> predicate, int count)
{
    private readonly TaskCompletionSource _satisfied = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Satisfied => _satisfied.Task;

    public bool IsSatisfiedBy(IEnumerable<RecordedRequest> requests) => requests.Count(predicate) >= count;

    public void Look(IEnumerable<RecordedRequest> requests)
    {
        if (IsSatisfiedBy(requests))
            _satisfied.TrySetResult();
    }
}
