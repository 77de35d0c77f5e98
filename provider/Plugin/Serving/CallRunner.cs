using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Runs calls: each with its own time, its own log and an end that the engine understands, whatever happens within.</summary>
internal sealed class CallRunner(FailureTranslation failures, EngineLog log, CancellationGate cancel, SecretRedactor secrets, Deployment deployment, TimeProvider timeProvider)
{
    /// <summary>What must not stand in words for people.</summary>
    public SecretRedactor Secrets { get; } = secrets;

    /// <summary>Runs a call that belongs to no resource.</summary>
    public Task<T> RunAsync<T>(string operation, ServerCallContext call, Func<IResourceLog, CancellationToken, Task<T>> run) =>
        RunAsync(operation, new Urn(""), timeout: null, call, (context, token) => run(context.Log, token));

    /// <summary>Runs a call that belongs to a resource.</summary>
    /// <param name="operation">The operation in one word: "creating".</param>
    /// <param name="urn">The resource.</param>
    /// <param name="timeout">How long it may take; null for no limit.</param>
    /// <param name="call">The call.</param>
    /// <param name="run">The operation.</param>
    public async Task<T> RunAsync<T>(
        string operation, Urn urn, TimeSpan? timeout, ServerCallContext call, Func<ResourceContext, CancellationToken, Task<T>> run)
    {
        using var scope = new OperationScope(timeout, timeProvider, cancel.Token, call.CancellationToken);
        var context = new ResourceContext { Urn = urn, Log = log.For(urn), Timeout = timeout, TimeProvider = timeProvider };
        try
        {
            if (urn.Stack.Length > 0)
                deployment.Enter(urn);
            return await run(context, scope.Token);
        }
        catch (Exception exception)
        {
            throw failures.Translate(exception, scope, Describe(operation, urn));
        }
        finally
        {
            await log.FlushAsync();
        }
    }

    private static string Describe(string operation, Urn urn) =>
        urn.Name.Length > 0 ? $"{operation} {urn.Type} '{urn.Name}'" : operation;
}

/// <summary>The time that one call has: until its caller gives up, the engine cancels everything, or its own time is over.</summary>
internal sealed class OperationScope : IDisposable
{
    /// <summary>The longest time that a timer measures; beyond it there is no limit.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(45);

    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenSource _source;

    /// <summary>Begins a call.</summary>
    /// <param name="timeout">The call's own time; null for no limit.</param>
    /// <param name="timeProvider">Measures it.</param>
    /// <param name="everything">Cancelled when the engine cancels everything.</param>
    /// <param name="call">Cancelled when the caller gives up.</param>
    public OperationScope(TimeSpan? timeout, TimeProvider timeProvider, CancellationToken everything, CancellationToken call)
    {
        _timer = timeout is { } limit ? new CancellationTokenSource(limit, timeProvider) : null;
        _source = CancellationTokenSource.CreateLinkedTokenSource(call, everything, _timer?.Token ?? CancellationToken.None);
        Timeout = timeout;
    }

    /// <summary>Cancelled when the time is over, for whatever reason.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The call's own time; null for no limit.</summary>
    public TimeSpan? Timeout { get; }

    /// <summary>Whether the call's own time is over.</summary>
    public bool IsTimedOut => _timer is { IsCancellationRequested: true };

    /// <summary>The engine's seconds as a time; null for none, which is what it means by 0.</summary>
    public static TimeSpan? FromSeconds(double seconds) =>
        double.IsFinite(seconds) && seconds > 0 && seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        _source.Dispose();
        _timer?.Dispose();
    }
}
