using System.Globalization;
using System.Text.RegularExpressions;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>Finds which numbers of a batch a validation error is about: Vonage names them by index (<c>numbers[3]</c>) or by their digits.</summary>
internal static partial class InvalidNumbers
{
    public static IReadOnlySet<Msisdn> NamedIn(CarrierException refusal, IReadOnlyList<Msisdn> batch)
    {
        var inBatch = batch.ToHashSet();
        var named = new HashSet<Msisdn>();
        foreach (var parameter in refusal.InvalidParameters)
        {
            if (Index().Match(parameter.Name) is { Success: true } index
                && int.TryParse(index.Groups["position"].ValueSpan, CultureInfo.InvariantCulture, out var position) && position < batch.Count)
                named.Add(batch[position]);

            foreach (Match digits in Digits().Matches($"{parameter.Name} {parameter.Reason}"))
            {
                if (Msisdn.TryParse(digits.Value, out var number) && inBatch.Contains(number))
                    named.Add(number);
            }
        }

        return named;
    }

    [GeneratedRegex(@"^numbers(\[|\.|/)(?<position>\d{1,4})\]?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Index();

    [GeneratedRegex(@"\d{7,15}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Digits();
}
