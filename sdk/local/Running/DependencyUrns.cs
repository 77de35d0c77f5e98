using System.Collections.Immutable;
using Pulumi.Utilities;

namespace Pulumi.Running;

/// <summary>What the engine must wait for when something depends on a resource.</summary>
internal static class DependencyUrns
{
    /// <summary>
    /// The URNs of the resources. A component stands for all resources below it, down to those that providers manage; <paramref name="dependent"/>
    /// itself is left out, since a child may well use its component's URN.
    /// </summary>
    public static async Task<ImmutableSortedSet<string>> OfAsync(IEnumerable<Resource> resources, Resource dependent)
    {
        var urns = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var resource in resources.SelectMany(Managed).Where(resource => resource != dependent))
        {
            if (await OutputUtilities.GetValueAsync(resource.Urn) is { Length: > 0 } urn)
                urns.Add(urn);
        }

        return urns.ToImmutable();
    }

    /// <summary>The resource itself, or those that its component holds.</summary>
    public static IEnumerable<CustomResource> Managed(Resource resource) => resource is CustomResource custom
        ? [custom]
        : resource.Children.SelectMany(Managed);
}
