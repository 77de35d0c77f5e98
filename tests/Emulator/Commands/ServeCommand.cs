using System.Runtime.InteropServices;

namespace PulumiNumbers.Emulator.Commands;

/// <summary>Serves until the process is told to stop.</summary>
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
