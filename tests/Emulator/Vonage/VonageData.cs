using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.Vonage.Pools;

namespace PulumiNumbers.Emulator.Vonage;

/// <summary>Vonage's saved state: accounts by API key, pools by id.</summary>
internal sealed class VonageData
{
    public Dictionary<string, NexmoAccountData> Accounts { get; init; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, PoolData> Pools { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Partial removals so far; decides the alternating shape of their errors.</summary>
    public int PartialRemovals { get; set; }

    /// <summary>An account's data; one that is not known yet owns nothing.</summary>
    public NexmoAccountData AccountOf(string key) => Accounts.TryGetValue(key, out var known) ? known : Accounts[key] = new();
}
