using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using Pulumirpc;

namespace PulumiNumbers.Engine.Programs;

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
