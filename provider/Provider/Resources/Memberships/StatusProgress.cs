using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>Shows how far a reconciliation has come as the status line beside its resource, each line once.</summary>
internal sealed class StatusProgress(IResourceLog log) : IProgress<PoolProgress>
{
    private string _last = "";

    /// <inheritdoc/>
    public void Report(PoolProgress value)
    {
        var line = value.ToString();
        if (line.Length > 0 && Interlocked.Exchange(ref _last, line) != line)
            log.Status(line);
    }
}
