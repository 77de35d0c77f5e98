using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Plugins;

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
