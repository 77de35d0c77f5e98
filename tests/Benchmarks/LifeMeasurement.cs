using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace PulumiNumbers.Benchmarks;

/// <summary>Lives of plugins, one process at a time, alternating so that a busy moment of the machine meets all of them.</summary>
internal static class LifeMeasurement
{
    private const int SmallSet = 10;
    private const int LargeSet = 10_000;
    private const int SmallCalls = 300;
    private const int LargeCalls = 15;
    private const int InFlight = 16;
    private const int ThroughputCalls = 4_000;

    public static async Task<IReadOnlyList<Sample>> MeasureAsync(IReadOnlyList<Plugin> plugins, int lives, TextWriter progress, CancellationToken cancellationToken)
    {
        await using var engine = await EngineStub.StartAsync(cancellationToken);
        var samples = new List<Sample>();
        foreach (var plugin in plugins)
            await LiveAsync(plugin, engine.Address, new List<Sample>(), cancellationToken); // Compiles this program and reads the files.
        for (var life = 1; life <= lives; life++)
        {
            foreach (var plugin in plugins)
            {
                await progress.WriteLineAsync($"life {life} of {lives}: {plugin.Name}");
                await LiveAsync(plugin, engine.Address, samples, cancellationToken);
            }
        }

        return samples;
    }

    private static async Task LiveAsync(Plugin plugin, string engineAddress, List<Sample> samples, CancellationToken cancellationToken)
    {
        void Add(Figure figure, double value) => samples.Add(new Sample(plugin, figure, value));

        var started = Stopwatch.GetTimestamp();
        using var life = await PluginLife.StartAsync(plugin, engineAddress, cancellationToken);
        await life.CallAsync("GetPluginInfo", new Empty());
        Add(Figure.FirstInfo, Milliseconds(started));

        await life.CallAsync("Handshake", Requests.Handshake(engineAddress));
        await life.CallAsync("CheckConfig", Requests.CheckConfig());
        await life.CallAsync("Configure", Requests.Configure());
        await life.CallAsync("Check", Requests.Check(SmallSet));
        await life.CallAsync("Diff", Requests.Diff(SmallSet));
        Add(Figure.FirstPlan, Milliseconds(started));
        Add(Figure.MemoryAfterStart, life.PeakMemory);

        Add(Figure.Check, await MedianAsync(life, "Check", Requests.Check(SmallSet), SmallCalls));
        Add(Figure.Diff, await MedianAsync(life, "Diff", Requests.Diff(SmallSet), SmallCalls));
        await CallsPerSecondAsync(life);
        Add(Figure.Throughput, await CallsPerSecondAsync(life));

        await MedianAsync(life, "Check", Requests.Check(LargeSet), LargeCalls);
        Add(Figure.LargeDiff, await MedianAsync(life, "Diff", Requests.Diff(LargeSet), LargeCalls));
        Add(Figure.MemoryAfterLargeCalls, life.PeakMemory);
        Add(Figure.Exit, (await life.EndAsync()).TotalMilliseconds);
    }

    private static async Task<double> MedianAsync(PluginLife life, string method, IMessage request, int calls)
    {
        var bytes = request.ToByteArray();
        var durations = new double[calls];
        for (var call = 0; call < calls; call++)
        {
            var started = Stopwatch.GetTimestamp();
            await life.CallAsync(method, bytes);
            durations[call] = Milliseconds(started);
        }

        Array.Sort(durations);
        return durations[calls / 2];
    }

    private static async Task<double> CallsPerSecondAsync(PluginLife life)
    {
        var request = Requests.Check(SmallSet).ToByteArray();
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            for (var call = 0; call < ThroughputCalls / InFlight; call++)
                await life.CallAsync("Check", request);
        }));
        return ThroughputCalls / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static double Milliseconds(long started) => Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}
