namespace Pulumi;

/// <summary>How the engine treats a resource.</summary>
public abstract class ResourceOptions
{
    /// <summary>The id of something that exists already: it is read instead of registered.</summary>
    public Input<string>? Id { get; set; }

    /// <summary>The URN of a resource that this engine manages already: its state is taken over into the program.</summary>
    public string? Urn { get; set; }

    /// <summary>The resource under which this one stands; the stack where it is left out.</summary>
    public Resource? Parent { get; set; }

    /// <summary>What must exist before this resource does.</summary>
    public InputList<Resource> DependsOn { get; set; } = [];

    /// <summary>Whether the engine refuses to delete it.</summary>
    public bool? Protect { get; set; }

    /// <summary>Properties whose changes are ignored.</summary>
    public List<string> IgnoreChanges { get; set; } = [];

    /// <summary>The version of the provider's package.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider's plugin is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }

    /// <summary>The provider that manages it.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>How long its operations may take.</summary>
    public CustomTimeouts? CustomTimeouts { get; set; }

    /// <summary>The names that it had before.</summary>
    public List<Input<Alias>> Aliases { get; set; } = [];

    /// <summary>Properties whose changes replace it.</summary>
    public List<string> ReplaceOnChanges { get; set; } = [];

    /// <summary>Whether it stays where it is when it leaves the stack.</summary>
    public bool? RetainOnDelete { get; set; }

    /// <summary>The providers that these options name themselves.</summary>
    internal virtual IEnumerable<ProviderResource> OwnProviders => Provider is null ? [] : [Provider];

    /// <summary>These options with what the parent decides where they do not.</summary>
    internal ResourceOptions InheritFrom(Resource? parent)
    {
        var inherited = (ResourceOptions)MemberwiseClone();
        inherited.Protect ??= parent?.Options.Protect;
        return inherited;
    }

    /// <summary>Fills these options from two others, of which the second counts more; lists are joined.</summary>
    private protected void Join(ResourceOptions first, ResourceOptions second)
    {
        Id = second.Id ?? first.Id;
        Urn = second.Urn ?? first.Urn;
        Parent = second.Parent ?? first.Parent;
        DependsOn = first.DependsOn.Concat(second.DependsOn);
        Protect = second.Protect ?? first.Protect;
        IgnoreChanges = [.. first.IgnoreChanges, .. second.IgnoreChanges];
        Version = second.Version ?? first.Version;
        PluginDownloadURL = second.PluginDownloadURL ?? first.PluginDownloadURL;
        Provider = second.Provider ?? first.Provider;
        CustomTimeouts = second.CustomTimeouts ?? first.CustomTimeouts;
        Aliases = [.. first.Aliases, .. second.Aliases];
        ReplaceOnChanges = [.. first.ReplaceOnChanges, .. second.ReplaceOnChanges];
        RetainOnDelete = second.RetainOnDelete ?? first.RetainOnDelete;
    }
}
