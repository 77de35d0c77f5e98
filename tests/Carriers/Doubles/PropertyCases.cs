using System.Globalization;
using Xunit.Abstractions;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>
/// Runs a property over random cases. The seed is drawn anew in each run and printed; <c>NUMBERS_SEED</c> repeats a run, <c>NUMBERS_CASES</c> sets
/// the number of cases.
/// </summary>
internal static class PropertyCases
{
    private const int DefaultCases = 2_000;

    public static async Task RunAsync(ITestOutputHelper output, Func<Random, Task> property)
    {
        var seed = Read("NUMBERS_SEED") ?? Random.Shared.Next();
        var cases = Read("NUMBERS_CASES") ?? DefaultCases;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"NUMBERS_SEED={seed} NUMBERS_CASES={cases}"));
        for (var number = 0; number < cases; number++)
        {
            try
            {
                await property(new Random(unchecked((seed * 397) ^ number)));
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException(
                    string.Create(CultureInfo.InvariantCulture, $"Case {number} of the run with NUMBERS_SEED={seed} failed: {failure.Message}"), failure);
            }
        }
    }

    private static int? Read(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
