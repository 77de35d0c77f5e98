using System.Globalization;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>The sum of what purchases cost, kept apart by currency and by how often it is due. Adding is safe from any thread.</summary>
public sealed class CostSummary
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, Sums> _sums = new(StringComparer.Ordinal);
    private int _numbers;
    private int _unquoted;

    /// <summary>How many numbers were counted.</summary>
    public int Numbers
    {
        get
        {
            lock (_lock)
                return _numbers;
        }
    }

    /// <summary>The tally of one number.</summary>
    public static CostSummary Of(NumberFees fees)
    {
        var tally = new CostSummary();
        tally.Add(fees);
        return tally;
    }

    /// <summary>Counts one number.</summary>
    public void Add(NumberFees fees)
    {
        ArgumentNullException.ThrowIfNull(fees);
        lock (_lock)
        {
            _numbers++;
            if (fees.Recurring is null)
                _unquoted++;
            var sums = _sums.GetValueOrDefault(fees.Currency) ?? new Sums(0, 0, 0);
            _sums[fees.Currency] = fees.Interval == PaymentInterval.Annually
                ? sums with { Once = sums.Once + (fees.Setup ?? 0), Yearly = sums.Yearly + (fees.Recurring ?? 0) }
                : sums with { Once = sums.Once + (fees.Setup ?? 0), Monthly = sums.Monthly + (fees.Recurring ?? 0) };
        }
    }

    /// <summary>One line: <c>12.50 EUR once, 3.75 EUR a month, 165.00 EUR a year</c>, and how many numbers' rent is not quoted.</summary>
    public override string ToString()
    {
        lock (_lock)
        {
            var parts = _sums.SelectMany(entry => entry.Value.Parts(entry.Key)).ToList();
            if (_unquoted > 0)
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"and the rent of {_unquoted}, which is not quoted"));
            return parts.Count == 0 ? "nothing" : string.Join(", ", parts);
        }
    }

    private sealed record Sums(decimal Once, decimal Monthly, decimal Yearly)
    {
        public IEnumerable<string> Parts(string currency)
        {
            if (Once > 0)
                yield return string.Create(CultureInfo.InvariantCulture, $"{Once:0.00} {currency} once");
            if (Monthly > 0)
                yield return string.Create(CultureInfo.InvariantCulture, $"{Monthly:0.00} {currency} a month");
            if (Yearly > 0)
                yield return string.Create(CultureInfo.InvariantCulture, $"{Yearly:0.00} {currency} a year");
        }
    }
}
