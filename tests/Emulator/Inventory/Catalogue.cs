using System.Collections.Frozen;

namespace PulumiNumbers.Emulator.Inventory;

/// <summary>What a carrier has ever had on offer, by number; immutable, in ascending order.</summary>
internal sealed class Catalogue
{
    private readonly FrozenDictionary<string, StockNumber> _byNumber;

    public Catalogue(IEnumerable<NumberRange> ranges)
    {
        Ordered = [.. ranges.SelectMany(range => range.Numbers()).OrderBy(number => number.Number, StringComparer.Ordinal)];
        _byNumber = Ordered.ToFrozenDictionary(number => number.Number, StringComparer.Ordinal);
    }

    public IReadOnlyList<StockNumber> Ordered { get; }

    public StockNumber? Find(string number) => _byNumber.GetValueOrDefault(number);
}
