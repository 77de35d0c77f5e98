using PulumiNumbers.Provider.Resources.Memberships;

namespace PulumiNumbers.Provider.Resources;

/// <summary>What memberships need to know of each other within one run of the engine. Every configuration begins a new run.</summary>
public sealed class RunMemory
{
    /// <summary>Which pools and memberships are declared.</summary>
    public PoolDeclarations Pools { get; } = new();
}
