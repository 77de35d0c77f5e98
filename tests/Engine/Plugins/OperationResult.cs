using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>What a create, read or update brought.</summary>
/// <param name="Id">The resource's id; empty where a preview cannot know it.</param>
/// <param name="Outputs">Its state.</param>
internal sealed record OperationResult(string Id, PropertyMap Outputs)
{
    /// <summary>The inputs that a read found, or that a partial success reached; null to keep those that were given.</summary>
    public PropertyMap? Inputs { get; init; }

    /// <summary>Why the resource exists but is not as it was to be; empty for a full success.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether the provider wants a read before the next change.</summary>
    public bool RefreshBeforeUpdate { get; init; }
}
