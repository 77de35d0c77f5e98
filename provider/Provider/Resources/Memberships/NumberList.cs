using System.Globalization;
using PulumiNumbers.Carriers;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>Numbers in a sentence: a few by name, many by count.</summary>
internal static class NumberList
{
    private const int MostNamed = 10;

    /// <summary><c>447700900001 and 447700900002</c>, or <c>350 numbers (447700900001, …)</c>.</summary>
    public static string Of(IReadOnlyCollection<Msisdn> numbers) => numbers.Count switch
    {
        1 => numbers.First().ToString(),
        <= MostNamed => $"{string.Join(", ", numbers.SkipLast(1))} and {numbers.Last()}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{numbers.Count} numbers ({string.Join(", ", numbers.Take(MostNamed))}, …)"),
    };
}
