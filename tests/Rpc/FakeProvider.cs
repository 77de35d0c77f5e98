using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

/// <summary>A provider whose few methods a test writes itself.</summary>
internal sealed class FakeProvider : ResourceProvider.ResourceProviderBase
{
    public Func<CheckRequest, ServerCallContext, Task<CheckResponse>> OnCheck { get; init; } =
        (request, _) => Task.FromResult(new CheckResponse { Inputs = request.News });

    public Func<CreateRequest, ServerCallContext, Task<CreateResponse>> OnCreate { get; init; } =
        (request, _) => Task.FromResult(new CreateResponse { Id = request.Name, Properties = request.Properties });

    public Func<ListRequest, IServerStreamWriter<ListResponse>, ServerCallContext, Task> OnList { get; init; } =
        (_, _, _) => Task.CompletedTask;

    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) => OnCheck(request, context);

    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) => OnCreate(request, context);

    public override Task List(ListRequest request, IServerStreamWriter<ListResponse> responseStream, ServerCallContext context) =>
        OnList(request, responseStream, context);

    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = "1.2.3" });
}
