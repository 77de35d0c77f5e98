using System.Globalization;
using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Engine.Planning;

/// <summary>Orders paths by their segments, indexes by number: <c>numbers[9]</c> before <c>numbers[10]</c>.</summary>
internal sealed class PathOrder : IComparer<string>
{
    public static PathOrder Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        foreach (var (a, b) in PropertyPath.Parse(x ?? "").Segments.Zip(PropertyPath.Parse(y ?? "").Segments))
        {
            var order = int.TryParse(a, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && int.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var j)
                ? i.CompareTo(j)
                : string.CompareOrdinal(a, b);
            if (order != 0)
                return order;
        }
        return string.CompareOrdinal(x, y);
    }
}
