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

/// <summary>The answer to a check.</summary>
/// <param name="Inputs">The inputs with defaults filled in.</param>
/// <param name="Failures">What is wrong with them; then the inputs are not usable.</param>
internal sealed record CheckResult(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures);

/// <summary>One thing that is wrong with the inputs.</summary>
/// <param name="Property">The property's path; empty where it is about the whole resource.</param>
/// <param name="Reason">What is wrong.</param>
internal sealed record CheckFailure(string Property, string Reason);

/// <summary>Components live in the program and the state only.</summary>
internal sealed class ComponentManager : IResourceManager
{
    public Task<CheckResult> CheckAsync(Urn urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellationToken) =>
        Task.FromResult(new CheckResult(news, []));

    public Task<DiffResult> DiffAsync(ResourceState old, PropertyMap news, IReadOnlyList<string> ignoreChanges, CancellationToken cancellationToken) =>
        Task.FromResult(DiffReading.Compare(old.Inputs, news));

    public Task<OperationResult> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellationToken) =>
        Task.FromResult(new OperationResult("", []));

    public Task<OperationResult?> ReadAsync(Urn urn, string id, PropertyMap? inputs, PropertyMap? outputs, CancellationToken cancellationToken) =>
        Task.FromResult<OperationResult?>(new OperationResult(id, outputs ?? []));

    public Task<OperationResult> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellationToken) =>
        Task.FromResult(new OperationResult(old.Id, old.Outputs));

    public Task DeleteAsync(ResourceState state, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Stands in, during a preview, for a provider whose configuration is not known yet: nothing can be asked of it.</summary>
internal sealed class UnconfiguredProvider : IResourceManager
{
    public Task<CheckResult> CheckAsync(Urn urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellationToken) =>
        Task.FromResult(new CheckResult(news, []));

    public Task<DiffResult> DiffAsync(ResourceState old, PropertyMap news, IReadOnlyList<string> ignoreChanges, CancellationToken cancellationToken) =>
        Task.FromResult(DiffReading.Compare(old.Inputs, DiffReading.Ignoring(news, old.Inputs, ignoreChanges)));

    public Task<OperationResult> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellationToken) =>
        Task.FromResult(new OperationResult("", []));

    public Task<OperationResult?> ReadAsync(Urn urn, string id, PropertyMap? inputs, PropertyMap? outputs, CancellationToken cancellationToken) =>
        Task.FromResult<OperationResult?>(new OperationResult(id, outputs ?? []));

    public Task<OperationResult> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellationToken) =>
        Task.FromResult(new OperationResult(old.Id, []));

    public Task DeleteAsync(ResourceState state, CancellationToken cancellationToken) => Task.CompletedTask;
}
