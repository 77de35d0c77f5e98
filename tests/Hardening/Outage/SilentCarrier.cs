using System.Net;
using System.Net.Sockets;

namespace PulumiNumbers.Tests.Hardening.Outage;

/// <summary>A carrier that accepts connections and requests and never says a word.</summary>
internal sealed class SilentCarrier : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly List<TcpClient> _visitors = [];
    private readonly Task _accepting;

    public SilentCarrier()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>An address at which nobody listens.</summary>
    public static string NobodyAt()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _visitors.ForEach(visitor => visitor.Dispose());
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _visitors.Add(await _listener.AcceptTcpClientAsync(_end.Token));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
