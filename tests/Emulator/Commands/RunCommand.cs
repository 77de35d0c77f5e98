using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace PulumiNumbers.Emulator.Commands;

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
