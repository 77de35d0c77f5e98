using Pulumirpc;

namespace Pulumi.Running;

/// <summary>What the engine at the other end can do; asked once, before the first registration.</summary>
/// <param name="ResourceReferences">Whether it takes references to resources as values.</param>
/// <param name="AliasSpecs">Whether it takes aliases in parts.</param>
internal sealed record MonitorFeatures(bool ResourceReferences, bool AliasSpecs)
{
    public static async Task<MonitorFeatures> AskAsync(ResourceMonitor.ResourceMonitorClient monitor, CancellationToken cancellationToken)
    {
        var resourceReferences = SupportsAsync("resourceReferences");
        var aliasSpecs = SupportsAsync("aliasSpecs");
        return new MonitorFeatures(await resourceReferences, await aliasSpecs);

        async Task<bool> SupportsAsync(string feature)
        {
            var request = new SupportsFeatureRequest { Id = feature };
            return (await monitor.SupportsFeatureAsync(request, cancellationToken: cancellationToken)).HasSupport;
        }
    }
}
