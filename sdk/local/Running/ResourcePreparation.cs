using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Running;

/// <summary>Waits for everything that a resource is made from.</summary>
internal sealed class ResourcePreparation(ProgramRun run, InputWriter inputs, AliasWriter aliases)
{
    public async Task<PreparedResource> PrepareAsync(Resource resource, ResourceArgs args)
    {
        var options = resource.Options;
        var written = await inputs.WriteAsync(args.ToInputs());
        var explicitly = await OutputUtilities.GetValueAsync(options.DependsOn.ToOutput());
        var all = (await DependencyUrns.OfAsync(explicitly.IsDefault ? [] : explicitly, resource)).ToBuilder();
        var byProperty = ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedSet<string>>(StringComparer.Ordinal);
        foreach (var (property, resources) in written.Dependencies)
        {
            var urns = await DependencyUrns.OfAsync(resources, resource);
            byProperty[property] = urns;
            all.UnionWith(urns);
        }

        return new PreparedResource(
            written,
            await ParentUrnAsync(resource),
            await ProviderAsync(resource),
            all.ToImmutable(),
            byProperty.ToImmutable(),
            await aliases.WriteAsync(options.Aliases));
    }

    private async Task<string> ParentUrnAsync(Resource resource)
    {
        var parent = resource.Options.Parent ?? run.Root;
        return parent is null || resource is Stack ? "" : await OutputUtilities.GetValueAsync(parent.Urn);
    }

    private static async Task<string> ProviderAsync(Resource resource)
    {
        if (resource is not CustomResource)
            return "";

        var provider = resource.Options.Provider ?? resource.Options.Parent?.ProviderFor(resource.GetResourceType());
        return provider is null ? "" : await provider.ReferenceAsync();
    }
}
