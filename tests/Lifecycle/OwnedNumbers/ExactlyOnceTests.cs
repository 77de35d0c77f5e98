using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

/// <summary>
/// However the answer to an order or a cancellation is lost, each number is paid for once, and one more run at most brings the account, the state
/// and the program together. What is lost, when, how often and for whom is drawn from a seed.
/// </summary>
public sealed class ExactlyOnceTests
{
    private const int Interleavings = 20;
    private const int Numbers = 3;

    /// <summary>Seconds on the plugin's hurried clock: a quarter of one outside, and five.</summary>
    private const string Impatient = "5";
    private const string Patient = "100";

    public static TheoryData<string, FaultKind> Cases()
    {
        var cases = new TheoryData<string, FaultKind>();
        foreach (var market in Market.All)
        {
            foreach (var kind in (FaultKind[])[
                FaultKind.Delay, FaultKind.ResetBefore, FaultKind.ResetAfter, FaultKind.Status, FaultKind.Malformed, FaultKind.Html, FaultKind.Truncated])
                cases.Add(market.Carrier, kind);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Whatever_becomes_of_the_answer_each_number_is_bought_and_given_up_once(string carrier, FaultKind kind)
    {
        var market = Market.Of(carrier);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Interleavings), new ParallelOptions { MaxDegreeOfParallelism = 10 }, async (seed, _) => await TryAsync(market, kind, seed));
    }

    private static async Task TryAsync(Market market, FaultKind kind, int seed)
    {
        var random = new Random(seed);
        await using var bench = await StackBench.StartAsync(new BenchOptions
        {
            Carriers = new EmulatorOptions { VonageOwnedNumbers = 0 },
            PluginClock = new HurriedClock(20),
            Configuration = new Dictionary<string, string>(StringComparer.Ordinal) { ["requestTimeout"] = Impatient, ["maxRetries"] = "1" },
            Parallel = random.Next(1, 5),
        });
        var program = Program(market, random);
        var trial = $"{market} {kind} seed {seed}";

        bench.Carriers.Faults.Add(Fault(market, kind, Operations.Buy, random));
        await bench.Engine.UpAsync(program, new() { ContinueOnError = random.Next(2) == 0 });
        AssertNeverOneTooMany(bench, market, trial + ", first run");

        Behave(bench);
        var second = await bench.Engine.UpAsync(program);
        Assert.True(second.Succeeded, $"{trial}: {string.Join('\n', second.Errors)}");
        var bought = bench.Carriers.Ledger.Purchases().Select(entry => entry.Number).Order(StringComparer.Ordinal).ToList();
        Assert.True(bought.Count == Numbers, $"{trial}: {bought.Count} bought");
        Assert.Equal(bought, market.Rented(bench.Carriers));
        Assert.Equal(bought, Saved(bench.State));

        // A destroy runs with the configuration of the last up.
        bench.Configure("requestTimeout", Impatient);
        bench.Configure("maxRetries", "1");
        if (kind == FaultKind.Delay)
            await bench.Engine.UpAsync(program);
        bench.Carriers.Faults.Add(Fault(market, kind, Operations.Cancel, random));
        await bench.Engine.DestroyAsync(deployment: new() { ContinueOnError = random.Next(2) == 0 });
        Behave(bench);
        var destroyed = await bench.Engine.DestroyAsync();
        Assert.True(destroyed.Succeeded, $"{trial}: {string.Join('\n', destroyed.Errors)}");
        Assert.Empty(market.Rented(bench.Carriers));
        Assert.Empty(Saved(bench.State));
        Assert.Equal(bought, bench.Carriers.Ledger.Releases().Select(entry => entry.Number).Order(StringComparer.Ordinal));
        Assert.Equal(Numbers, bench.Carriers.Ledger.Purchases().Count);
    }

    private static StackProgram Program(Market market, Random random)
    {
        var byName = random.Next(2) == 0;
        return StackBench.Program(program => Task.WhenAll(Enumerable.Range(0, Numbers).Select(index => program.RegisterAsync(
            Tokens.OwnedNumber, $"number-{index}", byName ? market.Named(index) : market.Any))));
    }

    private static FaultRule Fault(Market market, FaultKind kind, string operation, Random random) => new()
    {
        Carrier = market.Carrier,
        Operation = operation,
        Kind = kind,
        Skip = random.Next(Numbers),
        Times = random.Next(1, 5),
        Probability = random.Next(2) == 0 ? 1 : 0.5,
        Seed = random.Next(),
        Status = kind == FaultKind.Status ? random.Next(500, 505) : null,
        Moment = kind is FaultKind.ResetBefore or FaultKind.ResetAfter ? null : random.Next(2) == 0 ? FaultMoment.BeforeEffect : FaultMoment.AfterEffect,
    };

    private static void Behave(StackBench bench)
    {
        bench.Carriers.Faults.Clear();
        bench.Configure("requestTimeout", Patient);
        bench.Configure("maxRetries", "8");
    }

    private static void AssertNeverOneTooMany(StackBench bench, Market market, string trial)
    {
        var bought = bench.Carriers.Ledger.Purchases().Count;
        Assert.True(bought <= Numbers, $"{trial}: {bought} bought");
        Assert.Subset(Saved(bench.State).ToHashSet(StringComparer.Ordinal), market.Rented(bench.Carriers).ToHashSet(StringComparer.Ordinal));
    }

    private static IReadOnlyList<string> Saved(Checkpoint state) =>
    [
        .. state.Resources.Where(resource => resource.Type == Tokens.OwnedNumber)
            .Select(resource => resource.Outputs["number"].AsString).Order(StringComparer.Ordinal),
    ];
}
