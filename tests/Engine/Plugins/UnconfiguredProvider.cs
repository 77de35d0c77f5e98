using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Plugins;

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
