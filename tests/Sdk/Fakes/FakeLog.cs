using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace PulumiNumbers.Tests.Sdk.Fakes;

/// <summary>An engine's log that keeps what it is told.</summary>
internal sealed class FakeLog : Engine.EngineBase
{
    private readonly ConcurrentQueue<LogRequest> _messages = new();

    public IReadOnlyList<LogRequest> Messages => [.. _messages];

    public IEnumerable<string> Errors => Messages.Where(message => message.Severity == LogSeverity.Error).Select(message => message.Message);

    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        _messages.Enqueue(request);
        return Task.FromResult(new Empty());
    }
}
