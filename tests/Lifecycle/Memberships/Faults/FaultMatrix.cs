namespace PulumiNumbers.Tests.Lifecycle.Memberships.Faults;

/// <summary>Plays all rows, many at a time, each on a bench of its own: most of a row is waiting.</summary>
public sealed class FaultMatrix : IDisposable
{
    private const int AtATime = 32;

    private readonly SemaphoreSlim _gate = new(AtATime, AtATime);
    private readonly Dictionary<FaultCase, Task> _runs;

    public FaultMatrix() => _runs = FaultCase.All.ToDictionary(row => row, PlayAsync);

    /// <summary>What came of a row.</summary>
    public Task ResultOfAsync(FaultCase row) => _runs[row];

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task PlayAsync(FaultCase row)
    {
        await _gate.WaitAsync();
        try
        {
            await Task.Run(() => FaultRun.PlayAsync(row));
        }
        finally
        {
            _gate.Release();
        }
    }
}
