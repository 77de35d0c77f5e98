using System.Globalization;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Lifecycle.Support;
using PulumiNumbers.Tests.Provider.Harness;
using Xunit.Abstractions;

namespace PulumiNumbers.Tests.Hardening.Soak;

/// <summary>
/// Thousands of operations, one run of the engine after the other, on carriers of which every fifth request goes wrong. The environment
/// makes it longer: <c>SOAK_OPERATIONS</c>, <c>SOAK_SEED</c>.
/// </summary>
[Collection(Alone.Name)]
public sealed class SoakTests(ITestOutputHelper output)
{
    private const int Workers = 16;
    private const double FaultyShare = 0.2;
    private const long Leak = 20 * 1024 * 1024;

    [Fact]
    public async Task Whatever_goes_wrong_state_and_carriers_agree_in_the_end_and_nothing_leaks()
    {
        var operations = Setting("SOAK_OPERATIONS", 10_000);
        var seed = Setting("SOAK_SEED", 20260105);
        var clock = new HurriedClock(pace: 40);
        await using var numbers = await ProviderHarness.StartAsync(new HarnessOptions
        {
            Clock = clock,
            Emulator = new EmulatorOptions { DelayClock = clock },
            Configuration = new { maxRetries = "2", requestTimeout = "20", subscriptionWait = "3" },
        });
        var rentedFromTheStart = numbers.Carriers.Vonage.Account.Numbers.Select(number => number.Msisdn).ToHashSet(StringComparer.Ordinal);
        var tally = new Tally();
        var workers = Enumerable.Range(0, Workers).Select(worker => StartWorker(numbers, worker, tally, seed + worker)).ToList();
        await Task.WhenAll(workers.Select(worker => worker.RunAsync()));
        var heapBefore = Heap(numbers);

        Misbehaviour.Strike(numbers.Carriers, FaultyShare, seed);
        while (tally.Count < operations)
        {
            await numbers.NewRunAsync();
            await Task.WhenAll(workers.Select(worker => worker.RunAsync()));
        }

        var struck = (double)numbers.Carriers.Faults.All.Sum(fault => fault.Struck) / numbers.Carriers.Requests.Count();
        numbers.Carriers.Faults.Clear();
        output.WriteLine($"seed {seed}; {tally.Count} operations: {Table(tally.Operations)}");
        output.WriteLine($"{tally.Errors.Values.Sum()} errors: {Table(tally.Errors)}; {struck:P1} of all requests went wrong");
        Assert.Empty(tally.Defects);
        Assert.Equal("", numbers.Diagnostics);
        Assert.InRange(struck, FaultyShare * 0.9, FaultyShare * 1.2);

        var calm = new Tally();
        await numbers.ConfigureAsync(new { requestTimeout = "600", subscriptionWait = "3" });
        foreach (var worker in workers)
            await worker.SettleAsync(calm);
        Assert.Empty(calm.Defects);

        // Measured at rest: before, some of the oversized and stalled answers are still under way.
        var growth = Heap(numbers) - heapBefore;
        output.WriteLine($"the heap grew by {growth / 1024} KiB");
        Assert.InRange(growth, long.MinValue, Leak);
        Assert.Equal(Holdings.Of(workers.SelectMany(worker => worker.Slots)), Holdings.Of(numbers.Carriers, rentedFromTheStart));
    }

    private static Worker StartWorker(ProviderHarness numbers, int worker, Tally tally, int seed)
    {
        numbers.Carriers.Vonage.Pools.Create(Slots.PoolOf(worker));
        return new Worker(numbers.Client, Slots.Of(worker, numbers.Carriers), tally, seed);
    }

    /// <summary>What is alive of the managed heap, without what the test itself remembers of requests and messages.</summary>
    private static long Heap(ProviderHarness numbers)
    {
        numbers.Carriers.Requests.Clear();
        numbers.Log.Clear();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static int Setting(string variable, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var set) ? set : usual;

    private static string Table<TKey>(IReadOnlyDictionary<TKey, int> counts)
        where TKey : notnull => string.Join(", ", counts.OrderByDescending(count => count.Value).Select(count => $"{count.Key} {count.Value}"));
}
