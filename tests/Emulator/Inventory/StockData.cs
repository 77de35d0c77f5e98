namespace PulumiNumbers.Emulator.Inventory;

/// <summary>How a carrier's stock differs from its catalogue; part of the saved state.</summary>
internal sealed class StockData
{
    /// <summary>Numbers on offer that are not in the catalogue.</summary>
    public SortedDictionary<string, StockNumber> Added { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Numbers not on offer, though nobody here rents them: somebody else was faster, or they are in quarantine.</summary>
    public HashSet<string> Withheld { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Numbers that are rented here.</summary>
    public HashSet<string> Rented { get; init; } = new(StringComparer.Ordinal);
}
