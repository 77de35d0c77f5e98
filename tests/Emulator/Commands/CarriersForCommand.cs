using System.Net.Sockets;

namespace PulumiNumbers.Emulator.Commands;

/// <summary>The carriers that a command is run with: an emulator of its own, or the one that serves on its port already.</summary>
/// <remarks>
/// A deployment remembers where its carriers were. They have to come back at the same address, and an emulator that somebody has running
/// there is the one that is meant.
/// </remarks>
internal sealed class CarriersForCommand : IAsyncDisposable
{
    private readonly EmulatorServer? _own;

    private CarriersForCommand(EmulatorServer? own, EmulatorAddresses addresses)
    {
        _own = own;
        Addresses = addresses;
    }

    public EmulatorAddresses Addresses { get; }

    /// <exception cref="IOException">Something that is no emulator has the port.</exception>
    public static async Task<CarriersForCommand> FindAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        try
        {
            var own = await EmulatorServer.StartAsync(options, cancellationToken: cancellationToken);
            return new CarriersForCommand(own, own.Addresses);
        }
        catch (IOException)
        {
            var running = new EmulatorAddresses(new Uri($"http://127.0.0.1:{options.Port}"));
            if (!await AnswersAsync(running, cancellationToken))
                throw;
            return new CarriersForCommand(own: null, running);
        }
    }

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    private static async Task<bool> AnswersAsync(EmulatorAddresses addresses, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        try
        {
            using var answer = await client.GetAsync(addresses.Control, cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException or IOException)
        {
            return false;
        }
    }
}
