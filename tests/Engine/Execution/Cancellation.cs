using PulumiNumbers.Engine.Events;

namespace PulumiNumbers.Engine.Execution;

/// <summary>Turns a cancelled token into a deployment that ends in good order: no new step, providers told to stop, what is under way waited for.</summary>
internal sealed class Cancellation : IAsyncDisposable
{
    private readonly CancellationTokenRegistration _registration;
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DeploymentContext _context;
    private int _isRequested;

    public Cancellation(DeploymentContext context, CancellationToken cancellationToken)
    {
        _context = context;
        _registration = cancellationToken.UnsafeRegister(static self => ((Cancellation)self!).Request(), this);
    }

    public async ValueTask DisposeAsync()
    {
        await _registration.DisposeAsync();
        if (Volatile.Read(ref _isRequested) == 1)
            await _told.Task;
    }

    private void Request()
    {
        Volatile.Write(ref _isRequested, 1);
        _context.Events.Say(Severity.Error, null, "The deployment was cancelled. What was under way is waited for and saved.");
        _context.Halt.Raise("the deployment was cancelled");
        _ = TellAsync();
    }

    private async Task TellAsync()
    {
        try
        {
            await _context.Providers.CancelAsync(CancellationToken.None);
        }
        finally
        {
            _told.SetResult();
        }
    }
}
