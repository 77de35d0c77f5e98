using System.Globalization;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>The paging and pattern parameters that listing and search share.</summary>
internal sealed record NumberQuery(int Index, int Size, string? Pattern, int SearchPattern)
{
    private const int MaxSize = 100;

    public static (NumberQuery? Query, string? Error) Read(CarrierRequest request)
    {
        if (!TryNumber(request.Query("index"), fallback: 1, out var index) || index < 1)
            return (null, "Parameter index must be 1 or more");
        if (!TryNumber(request.Query("size"), fallback: 10, out var size) || size is < 1 or > MaxSize)
            return (null, "Parameter size must be between 1 and 100");
        if (!TryNumber(request.Query("search_pattern"), fallback: 0, out var searchPattern) || searchPattern is < 0 or > 2)
            return (null, "Parameter search_pattern must be 0, 1 or 2");
        return (new NumberQuery(index, size, request.Query("pattern"), searchPattern), null);
    }

    public bool Matches(string number) => Pattern is null || SearchPattern switch
    {
        0 => number.StartsWith(Pattern, StringComparison.Ordinal),
        1 => number.Contains(Pattern, StringComparison.Ordinal),
        _ => number.EndsWith(Pattern, StringComparison.Ordinal),
    };

    public IEnumerable<T> Page<T>(IReadOnlyList<T> all) => all.Skip((Index - 1) * Size).Take(Size);

    private static bool TryNumber(string? text, int fallback, out int value)
    {
        value = fallback;
        return text is null || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
