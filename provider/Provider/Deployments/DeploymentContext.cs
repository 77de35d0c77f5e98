using PulumiNumbers.Carriers.Coordination;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Resources.OwnedNumbers;

namespace PulumiNumbers.Provider.Deployments;

/// <summary>Where a deployment's processes share what they know, and where purchases are written down before they are made.</summary>
public sealed record DeploymentOptions
{
    /// <summary>The folder of the logs that the processes of a deployment share; null shares nothing.</summary>
    public string? RuntimeFolder { get; init; }

    /// <summary>The folder of the purchase journal; null keeps it in memory.</summary>
    public string? StateFolder { get; init; }

    /// <summary>How persistent purchases and looks are.</summary>
    public PurchasingOptions Purchasing { get; init; } = new();

    /// <summary>The folders of the user who runs the plugin.</summary>
    public static DeploymentOptions OfUser => new() { RuntimeFolder = UserDirectories.Runtime, StateFolder = UserDirectories.State };
}

/// <summary>
/// What the resources of one deployment must know of each other: the only memory that outlives a call. It is fed by the host's observations, never by
/// Check or Diff, and shared by the plugin processes of the deployment. What it has not been told (targeted runs) it does not assume.
/// </summary>
/// <remarks>A resource that needs a memory of its own derives it from <see cref="SharedMemory"/> and gets it from <see cref="Get{T}"/>.</remarks>
public sealed class DeploymentContext : IDisposable
{
    private readonly SharedMemories _memories = new();
    private readonly DeploymentOptions _options;
    private readonly Lock _lock = new();
    private string? _key;

    /// <summary>The memory of no deployment yet; it serves this process alone until one begins.</summary>
    public DeploymentContext(DeploymentOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        Journal = options.StateFolder is { } folder ? new FilePurchaseJournal(Path.Combine(folder, "journal")) : new MemoryPurchaseJournal();
        Numbers = Get<NumberReservations>();
    }

    /// <summary>How persistent purchases and looks are.</summary>
    public PurchasingOptions Purchasing => _options.Purchasing;

    /// <summary>Which resources have, declare and buy which rented numbers.</summary>
    public NumberReservations Numbers { get; }

    /// <summary>What has been ordered and is in no state yet. It outlives the deployment.</summary>
    public IPurchaseJournal Journal { get; }

    /// <summary>What numbers cost that are rented already.</summary>
    public KnownPrices Prices { get; } = new();

    /// <summary>What the purchases of this deployment cost.</summary>
    public CostSummary Purchases { get; private set; } = new();

    /// <summary>The memory of a kind; one for the deployment.</summary>
    public T Get<T>()
        where T : SharedMemory, new() => _memories.Get<T>();

    /// <summary>Begins to serve a deployment: what was known of another one no longer counts.</summary>
    public void Begin(DeploymentIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var key = identity.EngineAddress is { Length: > 0 } address ? $"{address}|{identity.EngineProcessId}" : null;
        lock (_lock)
        {
            // It is reported again once more is known of it.
            if (key is not null && key == _key)
                return;
            _key = key;
            Purchases = new CostSummary();
            Prices.Clear();
            _memories.Begin(_options.RuntimeFolder is { } folder && key is not null ? FileDeploymentLog.Open(folder, key) : null);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _memories.Dispose();
}
