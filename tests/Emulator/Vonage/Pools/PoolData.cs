namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>A pool's saved state.</summary>
internal sealed class PoolData
{
    public required EmulatedPool Settings { get; set; }

    public SortedSet<string> Numbers { get; init; } = new(StringComparer.Ordinal);
}
