using System.Globalization;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>Random cases of a property: the seed is drawn anew unless NUMBERS_SEED replays one, their count is NUMBERS_CASES or a default.</summary>
internal sealed class RandomCases
{
    private readonly Random _random;

    public RandomCases(int count = 500)
    {
        Seed = Read("NUMBERS_SEED") ?? Random.Shared.Next();
        Count = Read("NUMBERS_CASES") ?? count;
        _random = new Random(Seed);
        Console.WriteLine($"NUMBERS_SEED={Seed}");
    }

    public int Seed { get; }

    public int Count { get; }

    public int Next(int from, int below) => _random.Next(from, below);

    public string Describe(int number) => string.Create(CultureInfo.InvariantCulture, $"case {number}; replay with NUMBERS_SEED={Seed}");

    private static int? Read(string variable)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : null;
}
