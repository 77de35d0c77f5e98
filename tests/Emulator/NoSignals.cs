namespace PulumiNumbers.Emulator;

/// <summary>
/// Leaves the process's signals alone: an emulator inside a test run, or beside a deployment that is busy with its own cancellation, must go on answering.
/// </summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
