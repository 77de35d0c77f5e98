using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Serialization;
using Pulumi.Utilities;
using Pulumirpc;

namespace Pulumi.Running;

/// <summary>Registers resources with the engine, or reads them, and hands its answers to their outputs.</summary>
internal sealed class ResourceRegistrar(
    ProgramRun run,
    ResourceMonitor.ResourceMonitorClient monitor,
    InputWriter inputs,
    AliasWriter aliases)
{
    private readonly ResourcePreparation _preparation = new(run, inputs, aliases);

    /// <summary>Registers or reads one resource; its outputs have values, or failed, when the task ends.</summary>
    public async Task RegisterAsync(Resource resource, ResourceArgs args)
    {
        try
        {
            var state = await ReadOrRegisterAsync(resource, args);
            Resolve(resource, state);
        }
#pragma warning disable CA1031 // Whatever waits for the resource's outputs must learn that they will not come.
        catch (Exception cause)
#pragma warning restore CA1031
        {
            var failure = Explain(cause, resource);
            resource.Pending.Fail(failure);
            throw failure;
        }
    }

    /// <summary>Publishes a component's outputs, once they are there.</summary>
    public async Task RegisterOutputsAsync(ComponentResource component, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await OutputUtilities.GetValueAsync(component.Urn);
        var values = await OutputUtilities.GetValueAsync(outputs);
        try
        {
            var written = await inputs.WriteAsync(values ?? new Dictionary<string, object?>(StringComparer.Ordinal));
            await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest { Urn = urn, Outputs = written.Values });
        }
        catch (Exception cause) when (cause is RpcException or InvalidInputException)
        {
            throw Explain(cause, component);
        }
    }

    /// <summary>A resource whose id is given is read, once the id is known; until then there is no state.</summary>
    private async Task<ResourceState?> ReadOrRegisterAsync(Resource resource, ResourceArgs args)
    {
        if (resource.Options.Urn is { } urn)
            return await TakeOverAsync(urn);

        var prepared = await _preparation.PrepareAsync(resource, args);
        var id = await resource.Options.Id.ToOutput().Data;
        if (!id.IsKnown)
            return null;

        return string.IsNullOrEmpty(id.Value) ? await RegisterAsync(resource, prepared) : await ReadAsync(resource, id.Value, prepared);
    }

    private async Task<ResourceState> RegisterAsync(Resource resource, PreparedResource prepared)
    {
        var answer = await monitor.RegisterResourceAsync(ResourceRequests.Register(resource, prepared));
        var isComplete = !run.Settings.IsDryRun && answer.Result == Result.Success && !answer.Unknown;
        return new ResourceState(answer.Urn, answer.Id, answer.Object ?? new Struct(), isComplete);
    }

    private async Task<ResourceState> ReadAsync(Resource resource, string id, PreparedResource prepared)
    {
        var answer = await monitor.ReadResourceAsync(ResourceRequests.Read(resource, id, prepared));
        return new ResourceState(answer.Urn, id, answer.Properties ?? new Struct(), !run.Settings.IsDryRun);
    }

    /// <summary>Asks the engine for the state of a resource that it manages already.</summary>
    private async Task<ResourceState> TakeOverAsync(string urn)
    {
        var request = new ResourceInvokeRequest
        {
            Tok = "pulumi:pulumi:getResource",
            Args = new Struct { Fields = { ["urn"] = Value.ForString(urn) } },
            AcceptResources = true,
        };
        var found = (await monitor.InvokeAsync(request)).Return.Fields;
        return new ResourceState(
            found["urn"].StringValue,
            found["id"].StringValue,
            found["state"].StructValue,
            !run.Settings.IsDryRun);
    }

    /// <summary>Gives every output its value, each with its own secrecy; no state at all means that nothing is known yet.</summary>
    private static void Resolve(Resource resource, ResourceState? state)
    {
        if (state is not null)
        {
            resource.Pending.ResolveUrn(state.Urn);
            resource.Pending.ResolveId(state.Id);
            foreach (var (name, pending) in resource.Pending.Properties)
            {
                if (state.Properties.Fields.TryGetValue(name, out var value))
                    pending.Resolve(Convert($"{resource.GetResourceType()}.{name}", value, pending.ValueType));
            }
        }

        resource.Pending.ResolveRest(state?.IsComplete ?? false);
    }

    private static OutputData<object?> Convert(string path, Value value, System.Type type) =>
        PropertyReader.Read(value).Map(read => ValueConverter.Convert(path, read, type));

    private static Exception Explain(Exception cause, Resource resource)
    {
        var subject = $"{resource.GetResourceType()} '{resource.GetResourceName()}'";
        return cause switch
        {
            RpcException { StatusCode: StatusCode.Unavailable or StatusCode.Cancelled } call =>
                new MonitorClosedException($"{subject}: the engine ended the run: {call.Status.Detail}", call),
            RpcException call => new ResourceException($"{subject}: {call.Status.Detail}", resource, call),
            InvalidInputException or FormatException => new ResourceException($"{subject}: {cause.Message}", resource, cause),
            _ => cause,
        };
    }
}
