using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>The plugin's door: which call goes where. What is not here answers Unimplemented.</summary>
internal sealed class ProviderService(
    ProviderRegistry registry, CallRunner calls, EngineLog log, Deployment deployment, CancelSwitch cancel, TimeProvider timeProvider)
    : ResourceProvider.ResourceProviderBase
{
    private readonly CheckHandler _check = new(registry, calls);
    private readonly DiffHandler _diff = new(registry, calls);
    private readonly ConfigureHandler _configure = new(registry, calls, deployment);
    private readonly LifecycleHandler _lifecycle = new(registry, calls);
    private readonly InvokeHandler _invoke = new(registry, calls);
    private readonly ListHandler _list = new(registry, calls, timeProvider);

    /// <inheritdoc/>
    public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context)
    {
        cancel.Renew();
        deployment.Attach(request.EngineAddress);
        log.Connect(request.EngineAddress);
        return Task.FromResult(new ProviderHandshakeResponse
        {
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptOutputs = true,
            SupportsAutonamingConfiguration = true,
            AcceptsByteString = true,
        });
    }

    /// <inheritdoc/>
    public override Task<Empty> Attach(PluginAttach request, ServerCallContext context)
    {
        cancel.Renew();
        deployment.Attach(request.Address);
        log.Connect(request.Address);
        return Task.FromResult(new Empty());
    }

    /// <inheritdoc/>
    public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
        Task.FromResult(new PluginInfo { Version = registry.Definition.Package.Version });

    /// <inheritdoc/>
    public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, ServerCallContext context) =>
        calls.RunAsync("building the schema", context, (_, _) => Task.FromResult(new GetSchemaResponse { Schema = registry.Schema }));

    /// <inheritdoc/>
    public override Task<CheckResponse> CheckConfig(CheckRequest request, ServerCallContext context) => _check.CheckConfigAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task<DiffResponse> DiffConfig(DiffRequest request, ServerCallContext context) => _diff.DiffConfigAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task<ConfigureResponse> Configure(ConfigureRequest request, ServerCallContext context) =>
        _configure.ConfigureAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task<CheckResponse> Check(CheckRequest request, ServerCallContext context) => _check.CheckAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task<DiffResponse> Diff(DiffRequest request, ServerCallContext context) => _diff.DiffAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task<CreateResponse> Create(CreateRequest request, ServerCallContext context) => _lifecycle.CreateAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task<ReadResponse> Read(ReadRequest request, ServerCallContext context) => _lifecycle.ReadAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task<UpdateResponse> Update(UpdateRequest request, ServerCallContext context) => _lifecycle.UpdateAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task<Empty> Delete(DeleteRequest request, ServerCallContext context) => _lifecycle.DeleteAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task<InvokeResponse> Invoke(InvokeRequest request, ServerCallContext context) => _invoke.InvokeAsync(calls.Secrets.Learn(request), context);

    /// <inheritdoc/>
    public override Task List(ListRequest request, IServerStreamWriter<ListResponse> responseStream, ServerCallContext context) =>
        _list.ListAsync(request, responseStream, context);

    /// <inheritdoc/>
    public override async Task<Empty> Cancel(Empty request, ServerCallContext context)
    {
        await cancel.CancelAsync();
        return new Empty();
    }

    /// <inheritdoc/>
    public override Task<GetMappingResponse> GetMapping(GetMappingRequest request, ServerCallContext context) =>
        Task.FromResult(new GetMappingResponse());

    /// <inheritdoc/>
    public override Task<GetMappingsResponse> GetMappings(GetMappingsRequest request, ServerCallContext context) =>
        Task.FromResult(new GetMappingsResponse());
}
