using Pulumirpc;

namespace Pulumi.Running;

/// <summary>Sends messages to the engine, which shows them to the user, in the order in which they were written.</summary>
internal sealed class EngineLog(Engine.EngineClient engine, CancellationToken cancellationToken)
{
    private readonly object _gate = new();
    private Task _last = Task.CompletedTask;

    /// <summary>Whether the program reported an error, which makes the run fail.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>Sends one message; the task ends when the engine has it.</summary>
    public Task WriteAsync(LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        lock (_gate)
        {
            HasErrors |= severity == LogSeverity.Error;
            return _last = SendAfterAsync(_last, severity, message, resource, streamId ?? 0, ephemeral ?? false);
        }
    }

    private async Task SendAfterAsync(Task previous, LogSeverity severity, string message, Resource? resource, int streamId, bool ephemeral)
    {
        await previous;
        var request = new LogRequest
        {
            Severity = severity,
            Message = message,
            Urn = resource is null ? "" : await UrnOrNothingAsync(resource),
            StreamId = streamId,
            Ephemeral = ephemeral,
        };
        await engine.LogAsync(request, cancellationToken: cancellationToken);
    }

    private static async Task<string> UrnOrNothingAsync(Resource resource)
    {
        await ((Task)resource.Urn.Data).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return resource.Urn.Data.IsCompletedSuccessfully ? (await resource.Urn.Data).Value : "";
    }
}
