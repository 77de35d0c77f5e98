using System.Runtime.InteropServices;

namespace PulumiNumbers.Engine.Cli;

/// <summary>
/// Ctrl-C: the first asks the deployment to end in good order, the second ends the process at once. That loses nothing, each finished step being on the journal;
/// what was under way is recorded as pending.
/// </summary>
internal sealed class Interruption : IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly List<PosixSignalRegistration> _signals = [];
    private readonly TextWriter _error;

    public Interruption(TextWriter error)
    {
        _error = error;
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
            _signals.Add(PosixSignalRegistration.Create(signal, Interrupt));
    }

    public CancellationToken Token => _cancellation.Token;

    public void Dispose()
    {
        _signals.ForEach(s => s.Dispose());
        _cancellation.Dispose();
    }

    private void Interrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_cancellation.IsCancellationRequested)
            Environment.Exit(ExitCode.Interrupted);
        _error.WriteLine("Cancelling; press Ctrl-C again to end at once.");
        _cancellation.Cancel();
    }
}
