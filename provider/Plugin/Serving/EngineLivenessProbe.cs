using System.Net.Sockets;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>
/// Notices that the engine is gone. It holds an idle connection to the engine's port: the system closes it when the engine ends, however it
/// ends. An engine also closes connections on which nothing is said, so only one that refuses new ones is gone. Standard input would
/// tell as well, but engines differ in what they connect it to.
/// </summary>
internal sealed class EngineLivenessProbe(string address, TimeProvider timeProvider)
{
    private const int RefusalsThatProve = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Returns when the engine is gone.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled before.</exception>
    public async Task WaitForEndAsync(CancellationToken cancellationToken)
    {
        var refusals = 0;
        while (refusals < RefusalsThatProve)
        {
            refusals = await HoldConnectionAsync(cancellationToken) ? 0 : refusals + 1;
            await Task.Delay(Pause, timeProvider, cancellationToken);
        }
    }

    /// <summary>Connects and waits for the other side to close; false where it does not take the connection.</summary>
    private async Task<bool> HoldConnectionAsync(CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            var colon = address.LastIndexOf(':');
            await socket.ConnectAsync(address[..colon], int.Parse(address.AsSpan(colon + 1), provider: null), cancellationToken);
        }
        catch (SocketException)
        {
            return false;
        }
        try
        {
            var greeting = new byte[256];
            while (await socket.ReceiveAsync(greeting, cancellationToken) > 0)
            {
                // What the server greets with is of no interest.
            }
        }
        catch (SocketException)
        {
            // Closed the hard way.
        }
        return true;
    }
}
