namespace PulumiNumbers.Tests.Lifecycle.Support;

/// <summary>A test with a bench of its own.</summary>
public abstract class StackTest : IAsyncLifetime
{
    protected StackBench Bench { get; private set; } = null!;

    /// <summary>How the bench is set up.</summary>
    protected virtual BenchOptions BenchOptions => new();

    public async Task InitializeAsync() => Bench = await StackBench.StartAsync(BenchOptions);

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
