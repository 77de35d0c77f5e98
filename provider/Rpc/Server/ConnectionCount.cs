namespace PulumiNumbers.Rpc.Server;

/// <summary>Counts open connections.</summary>
internal sealed class ConnectionCount
{
    private int _value;

    public int Value => Volatile.Read(ref _value);

    public void Opened() => Interlocked.Increment(ref _value);

    public void Closed() => Interlocked.Decrement(ref _value);
}
