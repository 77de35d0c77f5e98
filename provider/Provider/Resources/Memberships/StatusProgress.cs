using PulumiNumbers.Carriers.Pools;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>Shows how far a reconciliation has come as the status line beside its resource.</summary>
internal sealed class StatusProgress(IResourceLog log) : IProgress<PoolProgress>
{
    /// <inheritdoc/>
    public void Report(PoolProgress value) => log.Status(value.ToString());
}
