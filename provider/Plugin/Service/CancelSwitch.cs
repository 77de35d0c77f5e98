namespace PulumiNumbers.Plugin.Service;

/// <summary>Ends everything that is under way, once.</summary>
internal sealed class CancelSwitch : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    /// <summary>Cancelled when everything shall end.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Ends everything that is under way.</summary>
    public Task CancelAsync() => _source.CancelAsync();

    /// <inheritdoc/>
    public void Dispose() => _source.Dispose();
}
