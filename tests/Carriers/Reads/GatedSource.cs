using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers.Reads;

namespace PulumiNumbers.Tests.Carriers.Reads;

/// <summary>A carrier with named values, whose answers wait until the test lets them go.</summary>
internal sealed class GatedSource : IListingSource<string, Named>
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _gate = Opened();

    public Dictionary<string, string> Values { get; } = new() { ["a"] = "1", ["b"] = "1", ["c"] = "1" };

    public bool FindsOne { get; init; } = true;

    /// <summary>An item that listings miss although it is there.</summary>
    public string? SlipsBetweenPages { get; init; }

    public int Listings { get; private set; }

    public int SingleReads { get; private set; }

    public int Abandoned { get; private set; }

    public Exception? Failure { get; set; }

    /// <summary>Completes when a request has taken its answer and waits at the gate.</summary>
    public TaskCompletionSource Arrived { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Close()
    {
        _gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Open() => _gate.TrySetResult();

    public string KeyOf(Named item) => item.Name;

    public async IAsyncEnumerable<Named> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Named[] answer;
        lock (_lock)
        {
            Listings++;
            answer = [.. Values.Where(value => value.Key != SlipsBetweenPages).Select(value => new Named(value.Key, value.Value))];
        }

        await PassAsync(cancellationToken);
        foreach (var item in answer)
            yield return item;
    }

    public async Task<Named?> FindOneAsync(string key, CancellationToken cancellationToken)
    {
        Named? answer;
        lock (_lock)
        {
            SingleReads++;
            answer = Values.TryGetValue(key, out var value) ? new Named(key, value) : null;
        }

        await PassAsync(cancellationToken);
        return answer;
    }

    private async Task PassAsync(CancellationToken cancellationToken)
    {
        Arrived.TrySetResult();
        try
        {
            await _gate.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            Abandoned++;
            throw;
        }

        if (Failure is not null)
            throw Failure;
    }

    private static TaskCompletionSource Opened()
    {
        var gate = new TaskCompletionSource();
        gate.SetResult();
        return gate;
    }
}
