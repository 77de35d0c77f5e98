using System.Collections.Immutable;
using Pulumi.Running;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Something that a deployment manages.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private ImmutableList<Resource> _children = [];

    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentException.ThrowIfNullOrEmpty(name);

        _type = type;
        _name = name;
        var run = ProgramRun.Required;
        Options = options.InheritFrom(options.Parent);
        Pending = PendingOutputs.Fill(this);
        options.Parent?.Adopt(this);
        run.Register(this, args);
    }

    /// <summary>The resource's unique name in its stack.</summary>
    [Output(Wire.Urn)]
    public Output<string> Urn { get; private protected set; } = null!;

    internal PendingOutputs Pending { get; }

    internal ResourceOptions Options { get; }

    internal ImmutableList<Resource> Children => _children;

    /// <summary>The providers, by package, that this resource's children use unless told otherwise.</summary>
    internal ImmutableDictionary<string, ProviderResource> ProvidersForChildren
    {
        get
        {
            var inherited = Options.Parent?.ProvidersForChildren ?? ImmutableDictionary<string, ProviderResource>.Empty;
            return inherited.SetItems(Options.OwnProviders.Select(provider => KeyValuePair.Create(provider.Package, provider)));
        }
    }

    /// <summary>The type token.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name in the program.</summary>
    public string GetResourceName() => _name;

    /// <summary>The provider that this resource hands on for the package of a type or function token.</summary>
    internal ProviderResource? ProviderFor(string token) => ProvidersForChildren.GetValueOrDefault(token.Split(':')[0]);

    private void Adopt(Resource child) => ImmutableInterlocked.Update(ref _children, (children, added) => children.Add(added), child);
}
