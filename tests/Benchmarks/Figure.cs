namespace PulumiNumbers.Benchmarks;

/// <summary>What is measured, in the order in which it is shown.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Unit">Its unit.</param>
internal sealed record Figure(string Name, string Unit)
{
    public static readonly Figure FirstInfo = new("start to first GetPluginInfo", "ms");
    public static readonly Figure FirstPlan = new("start to first resource planned", "ms");
    public static readonly Figure MemoryAfterStart = new("peak memory after the start", "MiB");
    public static readonly Figure Check = new("Check, p50", "ms");
    public static readonly Figure Diff = new("Diff, p50", "ms");
    public static readonly Figure Throughput = new("16 in flight", "calls/s");
    public static readonly Figure LargeDiff = new("Diff of 10,000 with one changed, p50", "ms");
    public static readonly Figure MemoryAfterLargeCalls = new("peak memory after calls with 10,000", "MiB");
    public static readonly Figure Exit = new("SIGTERM to exit", "ms");
}

/// <summary>One measured value.</summary>
internal sealed record Sample(Plugin Plugin, Figure Figure, double Value);
