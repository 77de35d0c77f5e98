using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>What the parts of one deployment share.</summary>
internal sealed record DeploymentContext
{
    public required EngineOptions Engine { get; init; }

    public required DeploymentOptions Options { get; init; }

    /// <summary>Whether to say what would be done instead of doing it.</summary>
    public required bool Preview { get; init; }

    public required StackState State { get; init; }

    public required EventRecorder Events { get; init; }

    public required ProviderRegistry Providers { get; init; }

    public required Gate Gate { get; init; }

    public Halt Halt { get; } = new();

    public ComponentManager Components { get; } = new();

    /// <summary>What manages a resource that the state or the run knows.</summary>
    public async Task<IResourceManager> ManagerOfAsync(ResourceState state, CancellationToken cancellationToken) => state switch
    {
        { IsProvider: true } => Providers,
        { Custom: false } => Components,
        { Provider: { } provider } => await Providers.GetAsync(provider, cancellationToken),
        _ => throw new EngineException($"{state.Urn} has no provider in the state."),
    };
}

/// <summary>Lets a bounded number of operations through at once.</summary>
internal sealed class Gate(int width) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(width, width);

    public async Task<T> RunAsync<T>(Func<Task<T>> operation, CancellationToken cancellationToken)
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await operation();
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <summary>Ends when every operation that was let through has ended. Further ones may come afterwards.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        for (var taken = 0; taken < width; taken++)
            await _slots.WaitAsync(cancellationToken);
        _slots.Release(width);
    }

    public void Dispose() => _slots.Dispose();
}

/// <summary>Turns a cancelled token into a deployment that ends in good order: no new step, providers notified, what is under way waited for.</summary>
internal sealed class Cancellation : IAsyncDisposable
{
    private readonly CancellationTokenRegistration _registration;
    private readonly TaskCompletionSource _notified = new(TaskCreationOptions.RunContinuationsAsynchronously);
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
            await _notified.Task;
    }

    private void Request()
    {
        Volatile.Write(ref _isRequested, 1);
        _context.Events.Say(Severity.Error, null, "The deployment was cancelled. What was under way is waited for and saved.");
        _context.Halt.Raise("the deployment was cancelled");
        _ = NotifyAsync();
    }

    private async Task NotifyAsync()
    {
        try
        {
            await _context.Providers.CancelAsync(CancellationToken.None);
        }
        finally
        {
            _notified.SetResult();
        }
    }
}
