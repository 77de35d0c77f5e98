namespace PulumiNumbers.Emulator.Seven;

/// <summary>seven's saved state.</summary>
internal sealed class SevenData
{
    public SortedDictionary<string, SevenNumber> Numbers { get; init; } = new(StringComparer.Ordinal);
}
