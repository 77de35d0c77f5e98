namespace PulumiNumbers.Emulator.Log;

/// <summary>Every request that reached a carrier, in the order of arrival. The emulator's own control requests are not in it.</summary>
public sealed class RequestLog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<long, RecordedRequest> _requests = [];
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

    /// <summary>Forgets what was recorded; the numbering goes on.</summary>
    public void Clear()
    {
        lock (_gate)
            _requests.Clear();
    }

    internal long NextSequence() => Interlocked.Increment(ref _sequence);

    internal void Begin(RecordedRequest request)
    {
        lock (_gate)
            _requests[request.Sequence] = request;
    }

    /// <summary>Records what came of a request; one that was forgotten meanwhile stays forgotten.</summary>
    internal void Amend(long sequence, Func<RecordedRequest, RecordedRequest> change)
    {
        lock (_gate)
        {
            if (_requests.TryGetValue(sequence, out var request))
                _requests[sequence] = change(request);
        }
    }
}
