using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;
using RpcSeverity = Pulumirpc.LogSeverity;

namespace PulumiNumbers.Engine.Monitor;

/// <summary>A gRPC server of the engine's on a free port.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly GrpcServer _server;

    private EngineServer(GrpcServer server)
    {
        _server = server;
        Address = "127.0.0.1:" + server.Port.ToString(CultureInfo.InvariantCulture);
    }

    public string Address { get; }

    public static async Task<EngineServer> StartAsync(CancellationToken cancellationToken, params Action<ServiceBinderBase>[] services)
    {
        var server = new GrpcServer(new GrpcServerOptions(), services);
        await server.StartAsync(cancellationToken);
        return new(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}

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
