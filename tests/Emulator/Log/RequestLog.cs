namespace PulumiNumbers.Emulator.Log;

/// <summary>Every request that reached a carrier, in the order of arrival. The emulator's own control requests are not in it.</summary>
public sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, RecordedRequest> _requests = [];
    private readonly List<RequestWaiter> _waiters = [];
    private long _sequence;

    /// <summary>All requests.</summary>
    public IReadOnlyList<RecordedRequest> All
    {
        get
        {
            lock (_gate)
                return [.. _requests.Values.OrderBy(request => request.Sequence)];
        }
    }

    /// <summary>The requests to a carrier, for an operation, or both.</summary>
    public IReadOnlyList<RecordedRequest> Of(string? carrier = null, string? operation = null) =>
        [.. All.Where(request => (carrier is null || request.Carrier == carrier) && (operation is null || request.Operation == operation))];

    /// <summary>How many requests there were to a carrier, for an operation, or both.</summary>
    public int Count(string? carrier = null, string? operation = null) => Of(carrier, operation).Count;

    /// <summary>How many requests there were for each operation (<c>kpn/list-owned</c>), of one account or of all.</summary>
    public IReadOnlyDictionary<string, int> CountByOperation(string? account = null) => All
        .Where(request => account is null || request.Account == account)
        .CountBy(request => $"{request.Carrier}/{request.Operation ?? "unknown"}", StringComparer.Ordinal)
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>
    /// The most requests that any span of this length saw, for each account (<c>kpn/emulator-kpn-client</c>). A span is open at its end: of two requests one
    /// second apart, a span of one second sees one.
    /// </summary>
    public IReadOnlyDictionary<string, int> MaxWithin(TimeSpan window) => All
        .Where(request => request.Account is not null)
        .GroupBy(request => $"{request.Carrier}/{request.Account}", StringComparer.Ordinal)
        .ToDictionary(requests => requests.Key, requests => MaxWithin(window, [.. requests.Select(request => request.At).Order()]), StringComparer.Ordinal);

    /// <summary>The requests that name this number, in path, query or body.</summary>
    public IReadOnlyList<RecordedRequest> About(string number) => [.. All.Where(request => request.Names(number))];

    /// <summary>Forgets what was recorded; the numbering goes on.</summary>
    public void Clear()
    {
        lock (_gate)
            _requests.Clear();
    }

    /// <summary>
    /// Waits until the log holds <paramref name="count"/> requests that satisfy <paramref name="predicate"/>; at once, if it does already. A request counts as
    /// soon as it has arrived and is looked at again whenever more is known of it.
    /// </summary>
    public async Task WaitForAsync(Func<RecordedRequest, bool> predicate, int count = 1, CancellationToken cancellationToken = default)
    {
        var waiter = new RequestWaiter(predicate, count);
        lock (_gate)
        {
            if (waiter.IsSatisfiedBy(_requests.Values))
                return;
            _waiters.Add(waiter);
        }

        try
        {
            await waiter.Satisfied.WaitAsync(cancellationToken);
        }
        finally
        {
            lock (_gate)
                _waiters.Remove(waiter);
        }
    }

    internal long NextSequence() => Interlocked.Increment(ref _sequence);

    internal void Begin(RecordedRequest request)
    {
        lock (_gate)
        {
            _requests[request.Sequence] = request;
            Notify();
        }
    }

    /// <summary>Records what came of a request; one that was forgotten meanwhile stays forgotten.</summary>
    internal void Amend(long sequence, Func<RecordedRequest, RecordedRequest> change)
    {
        lock (_gate)
        {
            if (!_requests.TryGetValue(sequence, out var request))
                return;
            _requests[sequence] = change(request);
            Notify();
        }
    }

    private void Notify() => _waiters.ForEach(waiter => waiter.Look(_requests.Values));

    private static int MaxWithin(TimeSpan window, DateTimeOffset[] times)
    {
        var most = 0;
        for (int first = 0, last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] >= window && first < last)
                first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}

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
