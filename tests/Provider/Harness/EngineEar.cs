using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.Harness;

/// <summary>The engine's end of the log: it hears what the plugin says.</summary>
public sealed class EngineEar : Engine.EngineBase
{
    private readonly ConcurrentQueue<LogRequest> _heard = [];

    /// <summary>Everything that was said so far.</summary>
    public IReadOnlyList<LogRequest> Heard => [.. _heard];

    /// <summary>The messages of one severity that were not status lines.</summary>
    public IReadOnlyList<string> Said(LogSeverity severity) =>
        [.. _heard.Where(message => message.Severity == severity && !message.Ephemeral).Select(message => message.Message)];

    /// <summary>The status lines.</summary>
    public IReadOnlyList<string> StatusLines => [.. _heard.Where(message => message.Ephemeral).Select(message => message.Message)];

    /// <summary>Forgets what was heard.</summary>
    public void Clear() => _heard.Clear();

    /// <inheritdoc/>
    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        _heard.Enqueue(request);
        return Task.FromResult(new Empty());
    }
}
