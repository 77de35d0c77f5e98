using System.Globalization;
using System.Text.RegularExpressions;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Log;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

/// <summary>The plugin's own process, killed in the middle of its work as by <c>kill -9</c>.</summary>
public sealed partial class KilledPluginTests
{
    private const int Count = 1_000;
    private const int Batches = Count / 50;
    private const int Seeds = 50;
    private const int AtATime = 4;

    [Fact]
    public async Task After_a_kill_at_any_moment_of_a_create_the_next_run_converges_with_no_number_lost_and_none_added_twice()
    {
        var interrupted = 0;
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = AtATime };
        await Parallel.ForEachAsync(Enumerable.Range(0, Seeds), parallel, async (seed, _) =>
        {
            if (await KillAndConvergeAsync(seed))
                Interlocked.Increment(ref interrupted);
        });

        // The last moments may come too late to interrupt anything; if most did, the test would test nothing.
        Assert.True(interrupted > Seeds * 3 / 4, $"Only {interrupted} runs were interrupted.");
    }

    /// <returns>Whether the kill came before the end.</returns>
    private static async Task<bool> KillAndConvergeAsync(int seed)
    {
        var random = new Random(seed);
        using var plugin = new PluginWatch();
        await using var bench = await StackBench.StartAsync(new BenchOptions { AsProcess = true, Listener = plugin });
        bench.Carriers.Vonage.Pools.Create(Membership.Pool);
        var numbers = bench.Carriers.Vonage.Account.SubscribeMany(Count);

        // Answers take a moment, so that the kill finds requests sent, under way, done and not answered.
        bench.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Delay,
            Operation = Operations.AddPoolNumbers,
            Delay = TimeSpan.FromMilliseconds(random.Next(1, 10)),
            Moment = random.Next(2) == 0 ? FaultMoment.BeforeEffect : FaultMoment.AfterEffect,
        });
        var (moment, count) = MomentOf(random);
        var running = bench.Engine.UpAsync(Membership.Of(numbers));
        await bench.Carriers.Requests.WaitForAsync(moment, count);
        plugin.Kill();
        var killed = await running;

        bench.Carriers.Faults.Clear();
        var converged = await bench.Engine.UpAsync(Membership.Of(numbers));

        Assert.True(converged.Succeeded, $"Seed {seed}: {string.Join('\n', converged.Errors)}");
        Assert.Equal(numbers, bench.Carriers.Vonage.Pools.NumbersOf(Membership.Pool));
        Assert.Equal(numbers, Membership.NumbersOf(bench.State.Find("one")!));
        Assert.Equal(killed.Succeeded ? 0 : 1, killed.Errors.Count());
        Assert.Empty(bench.State.PendingOperations);

        var effects = bench.Carriers.Requests.All.SelectMany(request => request.Effects).ToList();
        Assert.DoesNotContain(effects, effect => effect.StartsWith("needlessly", StringComparison.Ordinal));
        Assert.Equal(Count, effects.Sum(effect => int.Parse(Added().Match(effect).Groups["count"].Value, CultureInfo.InvariantCulture)));
        return !killed.Succeeded;
    }

    /// <summary>A moment between the first listing and the last answer: when so many requests of that state are in the log.</summary>
    private static (Func<RecordedRequest, bool> Is, int Count) MomentOf(Random random)
    {
        var count = random.Next(Batches + 1);
        if (count == 0)
            return (request => request.Operation == Operations.ListPoolNumbers, 1);
        return random.Next(2) == 0
            ? (request => request.Operation == Operations.AddPoolNumbers, count)
            : (request => request is { Operation: Operations.AddPoolNumbers, Status: not null }, count);
    }

    [GeneratedRegex("^added (?<count>[0-9]+) at pool", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Added();
}
