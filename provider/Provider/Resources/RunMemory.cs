using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Provider.Resources.Memberships;
using PulumiNumbers.Provider.Resources.OwnedNumbers;

namespace PulumiNumbers.Provider.Resources;

/// <summary>What resources need to know of each other within one run of the engine. Every configuration begins a new run.</summary>
public sealed class RunMemory
{
    /// <summary>Which pools and memberships are declared.</summary>
    public PoolDeclarations Pools { get; } = new();

    /// <summary>Which resources have, want and buy which rented numbers.</summary>
    public NumberClaims Numbers { get; } = new();

    /// <summary>What numbers cost that are rented already.</summary>
    public KnownPrices Prices { get; } = new();

    /// <summary>What the purchases of this run cost.</summary>
    public PriceTally Purchases { get; } = new();
}
