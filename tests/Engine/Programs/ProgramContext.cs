using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using Pulumirpc;

namespace PulumiNumbers.Engine.Programs;

/// <summary>
/// What a program written as a method registers its resources with. It speaks the monitor's gRPC as any SDK does, but leaves the program in charge:
/// a registration is awaited, and its outputs are plain values that may be passed to the next, which then depends on it by the options.
/// </summary>
public sealed class ProgramContext
{
    private readonly ResourceMonitor.ResourceMonitorClient _monitor;
    private readonly ConcurrentDictionary<string, PropertyValue> _exports = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;

    internal ProgramContext(ResourceMonitor.ResourceMonitorClient monitor, ProgramEnvironment environment, Urn stack, CancellationToken cancellationToken)
    {
        _monitor = monitor;
        _cancellationToken = cancellationToken;
        Environment = environment;
        StackUrn = stack;
    }

    /// <summary>Where the program runs.</summary>
    public ProgramEnvironment Environment { get; }

    /// <summary>The stack resource, the parent of all that name none.</summary>
    public Urn StackUrn { get; }

    internal PropertyMap Exports => new(_exports);

    /// <summary>Registers a custom resource, or a provider (<c>pulumi:providers:numbers</c>).</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name in the stack.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="options">What else the engine is to know.</param>
    /// <exception cref="EngineException">It failed, and the deployment goes on in spite of errors.</exception>
    /// <exception cref="Grpc.Core.RpcException">It failed, or the deployment was cancelled; the status is Unavailable and the deployment ends.</exception>
    public async Task<RegisteredResource> RegisterAsync(string type, string name, PropertyMap inputs, RegisterOptions? options = null)
    {
        var answer = await _monitor.RegisterResourceAsync((options ?? new()).ToRequest(type, name, inputs, StackUrn), cancellationToken: _cancellationToken);
        return answer.Result == Result.Fail
            ? throw new EngineException($"'{name}' failed.")
            : new(Urn.Parse(answer.Urn), answer.Id, PropertyWire.FromStruct(answer.Object), Environment.Preview);
    }

    /// <summary>Registers a component, to be a parent of others.</summary>
    public async Task<RegisteredResource> RegisterComponentAsync(string type, string name)
    {
        var request = new RegisterOptions().ToRequest(type, name, [], StackUrn);
        request.Custom = false;
        var answer = await _monitor.RegisterResourceAsync(request, cancellationToken: _cancellationToken);
        return new(Urn.Parse(answer.Urn), answer.Id, [], Environment.Preview);
    }

    /// <summary>Looks up a resource that the stack does not manage.</summary>
    public async Task<RegisteredResource> ReadAsync(string type, string name, string id)
    {
        var answer = await _monitor.ReadResourceAsync(
            new ReadResourceRequest { Type = type, Name = name, Id = id, Parent = StackUrn.ToString(), AcceptSecrets = true, AcceptResources = true, Properties = new Struct() },
            cancellationToken: _cancellationToken);
        return new(Urn.Parse(answer.Urn), id, PropertyWire.FromStruct(answer.Properties), Environment.Preview);
    }

    /// <summary>Calls a function.</summary>
    /// <exception cref="EngineException">The arguments were refused.</exception>
    public async Task<PropertyMap> InvokeAsync(string token, PropertyMap args, string provider = "")
    {
        var answer = await _monitor.InvokeAsync(
            new ResourceInvokeRequest { Tok = token, Args = PropertyWire.ToStruct(args), Provider = provider, AcceptResources = true },
            cancellationToken: _cancellationToken);
        return answer.Failures.Count == 0
            ? PropertyWire.FromStruct(answer.Return)
            : throw new EngineException($"{token}: {string.Join("; ", answer.Failures.Select(f => $"{f.Property}: {f.Reason}"))}");
    }

    /// <summary>Makes a value an output of the stack.</summary>
    public void Export(string name, PropertyValue value) => _exports[name] = value;
}
