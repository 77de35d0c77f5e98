namespace PulumiNumbers.Plugin.Serving;

/// <summary>Ends everything that is under way, at an engine's wish.</summary>
internal sealed class CancellationGate : IDisposable
{
    private CancellationTokenSource _source = new();

    /// <summary>Cancelled when everything is to end.</summary>
    public CancellationToken Token => Volatile.Read(ref _source).Token;

    /// <summary>Ends everything that is under way.</summary>
    public Task CancelAsync() => Volatile.Read(ref _source).CancelAsync();

    /// <summary>Starts over for another engine, where the one before has ended everything.</summary>
    public void Renew()
    {
        var old = Volatile.Read(ref _source);
        if (old.IsCancellationRequested)
            Interlocked.CompareExchange(ref _source, new CancellationTokenSource(), old);
    }

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
