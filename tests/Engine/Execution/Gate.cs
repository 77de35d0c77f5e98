namespace PulumiNumbers.Engine.Execution;

/// <summary>Lets a bounded number of operations through at once.</summary>
internal sealed class Gate(int width) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(width, width);

    public async Task<T> RunAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await operation();
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Ends when every operation that was let through has ended. Further ones may come afterwards.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        for (var taken = 0; taken < width; taken++)
            await _slots.WaitAsync(cancellationToken);
        _slots.Release(width);
    }

    public void Dispose() => _slots.Dispose();
}
