namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A whole provider: all that the host serves and the schema describes.</summary>
public sealed record ProviderDefinition
{
    /// <summary>What the schema says about the package as a whole.</summary>
    public required PackageMetadata Package { get; init; }

    /// <summary>How the provider is configured.</summary>
    public required ProviderConfiguration Configuration { get; init; }

    /// <summary>The resource types.</summary>
    public required IReadOnlyList<Resource> Resources { get; init; }

    /// <summary>The functions.</summary>
    public IReadOnlyList<Function> Functions { get; init; } = [];

    /// <summary>
    /// Puts exceptions of the provider's own kind into words for the user; null for those it does not know, which the host reports as
    /// defects without their message.
    /// </summary>
    public Func<Exception, ResourceException?> Explain { get; init; } = _ => null;
}
