using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace PulumiNumbers.Tests.Sdk.Fakes;

/// <summary>A resource monitor that has everything registered with it and answers its inputs as its outputs.</summary>
internal sealed class FakeMonitor : ResourceMonitor.ResourceMonitorBase
{
    private readonly ConcurrentQueue<string> _calls = new();
    private readonly ConcurrentQueue<RegisterResourceRequest> _registered = new();
    private readonly ConcurrentQueue<ReadResourceRequest> _read = new();
    private readonly ConcurrentQueue<ResourceInvokeRequest> _invoked = new();
    private readonly ConcurrentQueue<RegisterResourceOutputsRequest> _outputs = new();

    /// <summary>The methods in the order in which they were called.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    public IReadOnlyList<RegisterResourceRequest> Registered => [.. _registered];

    public IReadOnlyList<ReadResourceRequest> Read => [.. _read];

    public IReadOnlyList<ResourceInvokeRequest> Invoked => [.. _invoked];

    /// <summary>The stack's outputs, as they came.</summary>
    public Struct StackOutputs => _outputs.Single(outputs => outputs.Urn == UrnOf(StackType, "project-stack")).Outputs;

    public bool IsDryRun { get; init; }

    public Func<string, bool> Supports { get; init; } = _ => true;

    public Func<RegisterResourceRequest, Task<RegisterResourceResponse>>? OnRegister { get; init; }

    public Func<ResourceInvokeRequest, ResourceInvokeResponse> OnInvoke { get; init; } = _ => new ResourceInvokeResponse { Return = new Struct() };

    public Func<ReadResourceRequest, Struct> OnRead { get; init; } = request => request.Properties;

    private const string StackType = "pulumi:pulumi:Stack";

    public static string UrnOf(string type, string name) => $"urn:pulumi:stack::project::{type}::{name}";

    public RegisterResourceRequest Registration(string name) => _registered.Single(request => request.Name == name);

    /// <summary>What the monitor answers unless told otherwise.</summary>
    public RegisterResourceResponse Echo(RegisterResourceRequest request) => new()
    {
        Urn = UrnOf(request.Type, request.Name),
        Id = request.Custom && !IsDryRun ? $"id-of-{request.Name}" : "",
        Object = request.Object,
    };

    public override Task<SupportsFeatureResponse> SupportsFeature(SupportsFeatureRequest request, ServerCallContext context)
    {
        _calls.Enqueue(nameof(SupportsFeature));
        return Task.FromResult(new SupportsFeatureResponse { HasSupport = Supports(request.Id) });
    }

    public override Task<RegisterResourceResponse> RegisterResource(RegisterResourceRequest request, ServerCallContext context)
    {
        _calls.Enqueue(nameof(RegisterResource));
        _registered.Enqueue(request);
        return OnRegister is null || request.Type == StackType ? Task.FromResult(Echo(request)) : OnRegister(request);
    }

    public override Task<ReadResourceResponse> ReadResource(ReadResourceRequest request, ServerCallContext context)
    {
        _calls.Enqueue(nameof(ReadResource));
        _read.Enqueue(request);
        return Task.FromResult(new ReadResourceResponse { Urn = UrnOf(request.Type, request.Name), Properties = OnRead(request) });
    }

    public override Task<ResourceInvokeResponse> Invoke(ResourceInvokeRequest request, ServerCallContext context)
    {
        _calls.Enqueue(nameof(Invoke));
        _invoked.Enqueue(request);
        return Task.FromResult(OnInvoke(request));
    }

    public override Task<Empty> RegisterResourceOutputs(RegisterResourceOutputsRequest request, ServerCallContext context)
    {
        _calls.Enqueue(nameof(RegisterResourceOutputs));
        _outputs.Enqueue(request);
        return Task.FromResult(new Empty());
    }

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
    {
        _calls.Enqueue(nameof(SignalAndWaitForShutdown));
        return Task.FromResult(new Empty());
    }
}
