using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Provider.Resources.Memberships;
using PulumiNumbers.Provider.Resources.OwnedNumbers;

namespace PulumiNumbers.Provider.Resources;

/// <summary>What resources need to know of each other within one run of the engine. A new configuration begins a new run.</summary>
public sealed class RunMemory
{
    /// <summary>Which memberships declare the numbers of which pools.</summary>
    public Claims<PoolAddress> Memberships { get; } = new();

    /// <summary>Which resources declare or hold which rented numbers.</summary>
    public Claims<NumberKey> Numbers { get; } = new();

    /// <summary>The numbers that refreshes found in pools and that their memberships had not declared.</summary>
    public Strangers Strangers { get; } = new();

    /// <summary>What the purchases of this run cost.</summary>
    public PurchaseTotals Purchases { get; } = new();

    /// <summary>Forgets everything: a new run begins.</summary>
    public void Reset()
    {
        Memberships.Reset();
        Numbers.Reset();
        Strangers.Reset();
        Purchases.Reset();
    }
}
