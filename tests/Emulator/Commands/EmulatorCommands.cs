using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace PulumiNumbers.Emulator.Commands;

/// <summary>The program's command line: serve until stopped, or serve for as long as a command runs.</summary>
internal static class EmulatorCommands
{
    public static RootCommand Build()
    {
        var port = new Option<int>("--port") { Description = "TCP port on the loopback address; 0 picks a free one", Recursive = true };
        var state = new Option<string?>("--state") { Description = "File that keeps what the carriers hold between runs", Recursive = true };
        var owned = new Option<int>("--owned")
        {
            Description = "How many numbers, from 447700900000 on, the Vonage account rents from the start",
            DefaultValueFactory = _ => new EmulatorOptions().VonageOwnedNumbers,
            Recursive = true,
        };
        var profile = new Option<string>("--profile")
        {
            Description = "How the carriers behave: compliant, pessimistic or default",
            DefaultValueFactory = _ => "default",
            Recursive = true,
        };
        profile.AcceptOnlyFromAmong([.. EmulatorProfile.ByName.Keys]);
        var command = new Argument<string[]>("command")
        {
            Description = "A command and its arguments, behind --",
            Arity = ArgumentArity.OneOrMore,
        };

        var run = new Command("run", "Run a command with the emulator at its side; the command finds it by environment variables") { command };
        run.SetAction((parsed, cancel) => RunCommand.ExecuteAsync(Options(parsed), parsed.GetRequiredValue(command), cancel));
        var root = new RootCommand("Emulates four carriers of phone numbers on one local port.") { port, state, owned, profile, run };
        root.SetAction((parsed, cancel) => ServeCommand.ExecuteAsync(Options(parsed), Console.Out, cancel));
        return root;

        EmulatorOptions Options(ParseResult parsed) => new()
        {
            Port = parsed.GetValue(port),
            StateFile = parsed.GetValue(state),
            VonageOwnedNumbers = parsed.GetValue(owned),
            Behavior = EmulatorProfile.ByName[parsed.GetRequiredValue(profile)],
        };
    }
}

/// <summary>Serves until the process is stopped.</summary>
internal static class ServeCommand
{
    public static async Task<int> ExecuteAsync(EmulatorOptions options, TextWriter output, CancellationToken stop)
    {
        await using var server = await EmulatorServer.StartAsync(options, cancellationToken: stop);
        await output.WriteLineAsync($"# Four carriers at {server.BaseAddress}; a provider finds them by");
        foreach (var (name, value) in server.Addresses.Environment)
            await output.WriteLineAsync($"export {name}={value}");
        await output.FlushAsync(stop);

        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var cancelled = stop.Register(() => stopped.TrySetResult());
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await stopped.Task;
        return 0;

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stopped.TrySetResult();
        }
    }
}

/// <summary>Runs a command with the carriers' addresses and credentials in its environment, and ends as it ends.</summary>
internal static class RunCommand
{
    private const int NotFound = 127;

    public static async Task<int> ExecuteAsync(EmulatorOptions options, IReadOnlyList<string> command, CancellationToken cancel)
    {
        // Ctrl-C reaches the command too, and the command decides what it means: until it has ended, the carriers stay.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        await using var carriers = await CarriersForCommand.FindAsync(options, cancel);

        var start = new ProcessStartInfo(command[0], command.Skip(1));
        foreach (var (name, value) in carriers.Addresses.Environment)
            start.Environment[name] = value;
        try
        {
            using var process = Process.Start(start)!;
            await process.WaitForExitAsync(CancellationToken.None);
            return process.ExitCode;
        }
        catch (Win32Exception e)
        {
            await Console.Error.WriteLineAsync($"{command[0]} cannot be run: {e.Message}");
            return NotFound;
        }
    }
}

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
            using var response = await client.GetAsync(addresses.Control, cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException e) when (e.InnerException is SocketException or IOException)
        {
            return false;
        }
    }
}
