using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Engine.Execution;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using Pulumirpc;

namespace PulumiNumbers.Engine.Monitor;

/// <summary>The resource monitor: where a program registers its resources.</summary>
internal sealed class ResourceMonitorService(DeploymentContext deployment, ResourceRegistrar registrar) : ResourceMonitor.ResourceMonitorBase
{
    private readonly ConcurrentDictionary<string, string> _packageVersions = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _signalled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the program says that it has registered everything; some only say so by ending.</summary>
    public Task ProgramSignalled => _signalled.Task;

    /// <summary>Lets a program go that waits for the end of the deployment.</summary>
    public void End() => _ended.TrySetResult();

    public override Task<DeploymentInfo> GetDeploymentInfo(Empty request, ServerCallContext context)
    {
        var engine = deployment.Engine;
        var info = new DeploymentInfo { Project = engine.Project, Stack = engine.Stack, Organization = "organization", DryRun = deployment.Preview, Parallel = engine.Parallel };
        foreach (var (key, value) in engine.Config)
            info.Config[key] = value.Text;
        info.ConfigSecretKeys.Add(engine.Config.Where(c => c.Value.IsSecret).Select(c => c.Key));
        info.SupportedFeatures.Add([
            ResourceMonitorFeature.Secrets, ResourceMonitorFeature.ResourceReferences, ResourceMonitorFeature.OutputValues,
            ResourceMonitorFeature.AliasSpecs, ResourceMonitorFeature.DeletedWith]);
        return Task.FromResult(info);
    }

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context) =>
        Task.FromResult(new SupportsFeatureResponse { HasSupport = request.Id is "secrets" or "resourceReferences" or "outputValues" or "aliasSpecs" or "deletedWith" });

    public override Task<RegisterPackageResponse> RegisterPackage(RegisterPackageRequest request, ServerCallContext context)
    {
        if (request.Parameterization is not null)
            throw new RpcException(new Status(StatusCode.Unimplemented, "This engine does not parameterize packages."));
        var reference = Guid.NewGuid().ToString();
        _packageVersions[reference] = request.Version;
        return Task.FromResult(new RegisterPackageResponse { Ref = reference });
    }

    public override async Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context)
    {
        if (request.Remote)
            throw new RpcException(new Status(StatusCode.Unimplemented, $"'{request.Name}' is a component of a plugin, which this engine does not construct."));
        try
        {
            var registration = await registrar.RegisterAsync(Read(request), CancellationToken.None);
            return new RegisterResourceResponse
            {
                Urn = registration.Urn.ToString(),
                Id = registration.Id,
                Object = PropertyWire.ToStruct(registration.Outputs, request.AcceptSecrets),
            };
        }
        catch (HaltedException) when (deployment.Options.ContinueOnError && deployment.Halt.Reason is null && request.SupportsResultReporting)
        {
            // The program goes on; what depends on this is skipped.
            return new RegisterResourceResponse { Result = Result.Fail, Object = new Struct() };
        }
        catch (HaltedException e)
        {
            throw ShuttingDown(e);
        }
    }

    public override async Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context)
    {
        var goal = new Goal
        {
            Type = request.Type,
            Name = request.Name,
            Custom = true,
            Parent = request.Parent.Length > 0 ? Urn.Parse(request.Parent) : null,
            Inputs = PropertyWire.FromStruct(request.Properties),
            Dependencies = [.. request.Dependencies.Select(Urn.Parse)],
            Provider = request.Provider,
            Version = Version(request.Version, request.PackageRef),
            AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
        };
        try
        {
            var registration = await registrar.ReadAsync(goal, request.Id, CancellationToken.None);
            return new ReadResourceResponse { Urn = registration.Urn.ToString(), Properties = PropertyWire.ToStruct(registration.Outputs, request.AcceptSecrets) };
        }
        catch (HaltedException e)
        {
            throw ShuttingDown(e);
        }
    }

    public override async Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context)
    {
        var args = PropertyWire.FromStruct(request.Args);
        if (deployment.Preview && (args.ContainsUnknowns || request.DependsOn.Any(d => registrar.IsUnknown(Urn.Parse(d)))))
            return new ResourceInvokeResponse { Unknown = true, Return = new Struct() };
        try
        {
            var provider = await registrar.ProviderAsync(request.Tok, request.Provider, Version(request.Version, request.PackageRef), context.CancellationToken);
            if (provider is not ProviderClient client)
                return new ResourceInvokeResponse { Unknown = true, Return = new Struct() };
            var result = await client.InvokeAsync(request.Tok, args, deployment.Preview, context.CancellationToken);
            var answer = new ResourceInvokeResponse { Return = PropertyWire.ToStruct(result.Inputs) };
            answer.Failures.Add(result.Failures.Select(f => new Pulumirpc.CheckFailure { Property = f.Property, Reason = f.Reason }));
            return answer;
        }
        catch (ProviderException e)
        {
            throw new RpcException(new Status(e.Status, $"{request.Tok}: {e.Message}"));
        }
        catch (EngineException e)
        {
            throw new RpcException(new Status(StatusCode.FailedPrecondition, $"{request.Tok}: {e.Message}"));
        }
        catch (HaltedException e)
        {
            throw ShuttingDown(e);
        }
    }

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context)
    {
        registrar.SetOutputs(Urn.Parse(request.Urn), PropertyWire.FromStruct(request.Outputs));
        return Task.FromResult(new Empty());
    }

    public override async Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
    {
        _signalled.TrySetResult();
        await _ended.Task.WaitAsync(context.CancellationToken);
        return new Empty();
    }

    // SDKs take this status as the sign to end quietly, the engine having said what there is to say.
    private static RpcException ShuttingDown(HaltedException reason) =>
        new(new Status(StatusCode.Unavailable, $"The resource monitor takes no further registrations: {reason.Message}."));

    private Goal Read(RegisterResourceRequest request)
    {
        try
        {
            return GoalReading.ToGoal(request, deployment.Engine, Version("", request.PackageRef));
        }
        catch (FormatException e)
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"The registration of '{request.Name}' cannot be understood: {e.Message}"));
        }
    }

    private string Version(string version, string packageReference) =>
        version.Length > 0 ? version : _packageVersions.GetValueOrDefault(packageReference, "");
}
