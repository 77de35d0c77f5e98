using System.Globalization;
using PulumiNumbers.Carriers;
using PulumiNumbers.Tests.Carriers.Doubles;
using Xunit.Abstractions;

namespace PulumiNumbers.Tests.Carriers.Purchasing.Model;

/// <summary>
/// What holds of purchase and release whatever the carrier, the competitors, the processes and the user do. Each case is drawn from a seed; the seed of
/// the first one is random and printed. NUMBERS_SEED repeats it, NUMBERS_CASES says how many.
/// </summary>
public sealed class PurchaseModelTests(ITestOutputHelper output)
{
    private static readonly TimeSpan[] Lags =
    [
        TimeSpan.Zero, TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60), TimeSpan.FromMinutes(5), TimeSpan.FromHours(1),
        TimeSpan.FromDays(1),
    ];

    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(15), TimeSpan.FromHours(2)];

    [Fact]
    public void Paid_IsOwned_AndInAStateOrNamed_AndNothingIsBoughtWhileAPurchaseIsOpen()
    {
        var seed = Setting("NUMBERS_SEED") ?? Random.Shared.Next();
        var cases = Setting("NUMBERS_CASES") ?? 2_000;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"NUMBERS_SEED={seed} NUMBERS_CASES={cases}"));
        for (var index = 0; index < cases; index++)
        {
            try
            {
                RunCase(unchecked(seed + index));
            }
            catch (Exception failure)
            {
                throw new InvariantException(string.Create(
                    CultureInfo.InvariantCulture, $"Repeat with NUMBERS_SEED={unchecked(seed + index)} NUMBERS_CASES=1. {failure.Message}"), failure);
            }
        }
    }

    private static void RunCase(int seed)
    {
        var random = new Random(seed);
        var time = new Simulation(random);
        var offers = random.Next(0, 14);
        var behavior = Behavior(random);
        var market = new NumberMarket(time, random, offers) { Behavior = behavior };
        var stack = new SimulatedStack(time, random, market);
        try
        {
            RunCase(random, time, offers, market, stack);
        }
        catch (Exception failure)
        {
            throw new InvariantException($"{failure.Message}\n{offers} offers, {behavior}\n{string.Join('\n', stack.Events)}", failure);
        }
    }

    private static void RunCase(Random random, Simulation time, int offers, NumberMarket market, SimulatedStack stack)
    {
        var program = Enumerable.Range(0, random.Next(1, 6)).ToDictionary(index => Urn(index), _ => Declared(random, offers), StringComparer.Ordinal);
        var urns = new HashSet<string>(program.Keys, StringComparer.Ordinal);

        var runs = random.Next(1, 6);
        for (var index = 0; index < runs; index++)
        {
            stack.Deploy(new SimulatedRun
            {
                Program = program,
                Refresh = random.Next(4) == 0,
                ContinueOnError = random.Next(2) == 0,
                Replaced = program.Keys.Where(_ => random.Next(8) == 0).ToHashSet(StringComparer.Ordinal),
                DeleteBeforeReplace = random.Next(4) == 0,
                KilledAtStep = random.Next(3) == 0 ? random.Next(1, 30) : null,
                CancelledAfter = random.Next(6) == 0 ? TimeSpan.FromSeconds(random.NextDouble() * 40) : null,
            });
            time.Advance(Pauses[random.Next(Pauses.Length)]);
            Check(stack);
            Change(program, urns, random, offers);
        }

        // Everybody behaves again, the lists have caught up, and every resource that there ever was is declared once more.
        market.Behavior = new MarketBehavior();
        time.Advance(TimeSpan.FromDays(3));
        market.Settle();
        foreach (var urn in urns)
            program[urn] = program.GetValueOrDefault(urn) ?? new DeclaredNumber(Number: null, Process: 0);
        for (var index = 0; index < 5; index++)
        {
            stack.Deploy(new SimulatedRun { Program = program, ContinueOnError = true, Refresh = index == 2 });
            time.Advance(TimeSpan.FromDays(1));
            Check(stack);
        }

        var inStates = stack.States.Values.Concat(stack.PendingDeletes.Select(pending => pending.Saved)).Select(saved => saved.Number).ToHashSet();
        var lost = market.Owned.Where(number => !inStates.Contains(number) && !stack.Named.Contains(number)).ToList();
        if (lost.Count > 0)
            throw new InvariantException($"paid for, in no state and never named: {string.Join(", ", lost)}");
        foreach (var (urn, saved) in stack.States)
        {
            if (!saved.IsUnconfirmed && saved.Since is not null && !market.Owned.Contains(saved.Number) && !stack.Named.Contains(saved.Number))
                throw new InvariantException($"{urn} has {saved.Number} by its state, which was never paid for or was cancelled");
        }
    }

    private static void Check(SimulatedStack stack)
    {
        // A number that was taken over stays in the former state until that one is deleted; no two have bought it.
        var shared = stack.States.Where(entry => entry.Value is { Since: not null, IsUnconfirmed: false }).GroupBy(entry => entry.Value.Number).FirstOrDefault(group => group.Count() > 1);
        if (shared is not null)
            throw new InvariantException($"{shared.Key} is in the states of {string.Join(" and ", shared.Select(entry => entry.Key))}");
    }

    private static MarketBehavior Behavior(Random random) => new()
    {
        ListLag = Lags[random.Next(Lags.Length)],
        SearchLag = Lags[random.Next(6)],
        WriteFaults = random.Next(3) switch { 0 => 0, 1 => 0.2, _ => 0.7 },
        ReadFaults = random.Next(3) switch { 0 => 0, 1 => 0.05, _ => 0.3 },
        Competitors = random.Next(3) == 0 ? 0.3 : 0,
    };

    private static DeclaredNumber Declared(Random random, int offers) => new(
        random.Next(3) == 0 && offers > 0 ? NumberMarket.TestNumber(random.Next(offers)) : null, random.Next(5) == 0 ? 1 : 0);

    private static void Change(Dictionary<string, DeclaredNumber> program, HashSet<string> urns, Random random, int offers)
    {
        foreach (var urn in program.Keys.ToList())
        {
            switch (random.Next(10))
            {
                case 0:
                    program.Remove(urn);
                    break;
                case 1:
                    var renamed = Urn(urns.Count);
                    program[renamed] = program[urn];
                    program.Remove(urn);
                    urns.Add(renamed);
                    break;
                case 2:
                    program[urn] = Declared(random, offers);
                    break;
                case 3:
                    program[urn] = program[urn] with { Process = 1 - program[urn].Process };
                    break;
            }
        }
    }

    private static string Urn(int index) => string.Create(CultureInfo.InvariantCulture, $"number-{index}");

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
