using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Rpc.Values;
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

/// <summary>The options of a registration, named as in every Pulumi SDK.</summary>
public sealed record RegisterOptions
{
    /// <summary>The parent; null for the stack.</summary>
    public Urn? Parent { get; init; }

    /// <summary>Resources that must be there first.</summary>
    public IReadOnlyList<RegisteredResource> DependsOn { get; init; } = [];

    /// <summary>The resources whose outputs an input was made of, by the input's name.</summary>
    public IReadOnlyDictionary<string, RegisteredResource[]> PropertyDependencies { get; init; } = new Dictionary<string, RegisteredResource[]>(StringComparer.Ordinal);

    /// <summary>An explicit provider.</summary>
    public RegisteredResource? Provider { get; init; }

    /// <summary>The version of the package.</summary>
    public string Version { get; init; } = "";

    /// <summary>Neither deleted nor replaced.</summary>
    public bool? Protect { get; init; }

    /// <summary>Forgotten instead of deleted.</summary>
    public bool? RetainOnDelete { get; init; }

    /// <summary>The old one goes first.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>Properties whose changes are not carried out.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Properties whose changes replace.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Outputs to be kept secret.</summary>
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>URNs that the resource may have had before.</summary>
    public IReadOnlyList<Urn> Aliases { get; init; } = [];

    /// <summary>The id of the existing resource to adopt.</summary>
    public string Import { get; init; } = "";

    /// <summary>The resource whose deletion takes this one with it.</summary>
    public RegisteredResource? DeletedWith { get; init; }

    /// <summary>How long a create, an update and a delete may take, such as <c>5m</c>.</summary>
    public (string Create, string Update, string Delete)? CustomTimeouts { get; init; }

    internal RegisterResourceRequest ToRequest(string type, string name, PropertyMap inputs, Urn stack)
    {
        var request = new RegisterResourceRequest
        {
            Type = type,
            Name = name,
            Custom = true,
            Object = PropertyWire.ToStruct(inputs),
            Parent = (Parent ?? stack).ToString(),
            Provider = Provider?.Reference ?? "",
            Version = Version,
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsPartialValues = true,
            SupportsResultReporting = true,
            ImportId = Import,
            DeleteBeforeReplace = DeleteBeforeReplace ?? false,
            DeleteBeforeReplaceDefined = DeleteBeforeReplace is not null,
            DeletedWith = DeletedWith?.Urn.ToString() ?? "",
            Dependencies = { DependsOn.Concat(PropertyDependencies.Values.SelectMany(d => d)).Select(d => d.Urn.ToString()).Distinct(StringComparer.Ordinal) },
            IgnoreChanges = { IgnoreChanges },
            ReplaceOnChanges = { ReplaceOnChanges },
            AdditionalSecretOutputs = { AdditionalSecretOutputs },
            AliasURNs = { Aliases.Select(a => a.ToString()) },
        };
        if (Protect is { } protect)
            request.Protect = protect;
        if (RetainOnDelete is { } retain)
            request.RetainOnDelete = retain;
        if (CustomTimeouts is { } timeouts)
            request.CustomTimeouts = new() { Create = timeouts.Create, Update = timeouts.Update, Delete = timeouts.Delete };
        foreach (var input in inputs.Keys)
        {
            var dependencies = new RegisterResourceRequest.Types.PropertyDependencies();
            if (PropertyDependencies.TryGetValue(input, out var resources))
                dependencies.Urns.Add(resources.Select(r => r.Urn.ToString()));
            request.PropertyDependencies[input] = dependencies;
        }
        return request;
    }
}

/// <summary>A resource that the engine has created or updated, or in a preview planned.</summary>
/// <param name="Urn">Its name.</param>
/// <param name="Id">Its id; empty where a preview cannot know it.</param>
/// <param name="Outputs">Its state as far as it is known.</param>
/// <param name="IsPreview">Whether what is missing will come with the real update.</param>
public sealed record RegisteredResource(Urn Urn, string Id, PropertyMap Outputs, bool IsPreview)
{
    /// <summary>An output; in a preview one that is missing is unknown.</summary>
    /// <exception cref="KeyNotFoundException">There is no such output.</exception>
    public PropertyValue this[string name] => Outputs.Find(name)
        ?? (IsPreview ? PropertyValue.Unknown : throw new KeyNotFoundException($"{Urn.Name} has no output '{name}'."));

    /// <summary>How other resources name it where it is a provider.</summary>
    public string Reference => $"{Urn}::{(Id.Length > 0 ? Id : UnknownSentinels.Any)}";
}
