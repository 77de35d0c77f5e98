namespace Pulumi;

/// <summary>How the engine treats a component and the resources in it.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    /// <summary>The providers for the component's children.</summary>
    public List<ProviderResource> Providers { get; set; } = [];

    internal override IEnumerable<ProviderResource> OwnProviders => [.. Providers, .. base.OwnProviders];

    /// <summary>New options of both, of which the second counts more; lists are joined.</summary>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        var first = options1 ?? new ComponentResourceOptions();
        var second = options2 ?? new ComponentResourceOptions();
        var merged = new ComponentResourceOptions { Providers = [.. first.Providers, .. second.Providers] };
        merged.Join(first, second);
        return merged;
    }
}
