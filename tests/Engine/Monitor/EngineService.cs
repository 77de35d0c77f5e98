using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.State;
using Pulumirpc;
using RpcSeverity = Pulumirpc.LogSeverity;

namespace PulumiNumbers.Engine.Monitor;

/// <summary>The engine as programs and plugins know it: where they log.</summary>
internal sealed class EngineService(Action<Diagnostic> say) : Pulumirpc.Engine.EngineBase
{
    private volatile string _root = "";

    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        var severity = request.Severity switch
        {
            RpcSeverity.Error => Severity.Error,
            RpcSeverity.Warning => Severity.Warning,
            RpcSeverity.Info => Severity.Info,
            _ => Severity.Debug,
        };
        say(new Diagnostic(severity, Urn.TryParse(request.Urn), request.Message, request.Ephemeral));
        return Task.FromResult(new Empty());
    }

    public override Task<GetRootResourceResponse> GetRootResource(GetRootResourceRequest request, ServerCallContext context) =>
        Task.FromResult(new GetRootResourceResponse { Urn = _root });

    public override Task<SetRootResourceResponse> SetRootResource(SetRootResourceRequest request, ServerCallContext context)
    {
        _root = request.Urn;
        return Task.FromResult(new SetRootResourceResponse());
    }
}
