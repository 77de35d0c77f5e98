using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>What carries out the operations on a resource: a configured plugin for custom resources, the registry for providers, nothing much for components.</summary>
internal interface IResourceManager
{
    /// <summary>Validates the program's inputs and fills in defaults. <paramref name="olds"/> is null where the resource is new.</summary>
    Task<CheckResult> CheckAsync(Urn urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellationToken);

    /// <summary>Compares the resource as it is with new checked inputs.</summary>
    Task<DiffResult> DiffAsync(ResourceState old, PropertyMap news, IReadOnlyList<string> ignoreChanges, CancellationToken cancellationToken);

    /// <summary>Creates the resource, or says what creating it would bring.</summary>
    Task<OperationResult> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellationToken);

    /// <summary>Reads the resource of that id; null where it is gone. Inputs and outputs are null for one that is not known yet.</summary>
    Task<OperationResult?> ReadAsync(Urn urn, string id, PropertyMap? inputs, PropertyMap? outputs, CancellationToken cancellationToken);

    /// <summary>Brings the resource to new inputs, or says what that would bring.</summary>
    Task<OperationResult> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellationToken);

    /// <summary>Deletes the resource; one that is gone already is no failure.</summary>
    Task DeleteAsync(ResourceState state, CancellationToken cancellationToken);
}
