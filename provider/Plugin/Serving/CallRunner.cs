using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Runs calls: each with its own time, its own log and an end that the engine understands, whatever happens within.</summary>
internal sealed class CallRunner(FailureTranslation failures, EngineLog log, CancelSwitch cancel, SecretTexts secrets, Deployment deployment, TimeProvider timeProvider)
{
    /// <summary>What must not stand in words for people.</summary>
    public SecretTexts Secrets { get; } = secrets;

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
