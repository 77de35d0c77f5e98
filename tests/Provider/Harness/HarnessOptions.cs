using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Carriers.Waiting;
using PulumiNumbers.Emulator;

namespace PulumiNumbers.Tests.Provider.Harness;

/// <summary>How a test wants the carriers and the plugin.</summary>
public sealed record HarnessOptions
{
    /// <summary>How the carriers are set up.</summary>
    public EmulatorOptions Emulator { get; init; } = new();

    /// <summary>The configuration of the provider; credentials come from the environment. Retries are off, so that refusals come at once.</summary>
    public object Configuration { get; init; } = new { maxRetries = "0", subscriptionWait = "0" };

    /// <summary>Changes the environment by which the plugin finds the carriers; a null value takes a variable away.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>How persistent purchases and looks are: as in earnest, only faster.</summary>
    public PurchasingOptions Purchasing { get; init; } = new()
    {
        LookBackoff = new Backoff(TimeSpan.FromMilliseconds(2), TimeSpan.FromMilliseconds(20)),
        AbsenceRecheckDelay = TimeSpan.FromMilliseconds(20),
        OwnerDiscoveryTimeout = TimeSpan.FromMilliseconds(50),
    };

    /// <summary>The folder of the purchase journal; null keeps it in memory.</summary>
    public string? StateFolder { get; init; }

    /// <summary>The clock of carriers and plugin.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
