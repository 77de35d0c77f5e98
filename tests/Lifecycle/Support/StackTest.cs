namespace PulumiNumbers.Tests.Lifecycle.Support;

/// <summary>A test with a bench of its own.</summary>
public abstract class StackTest : IAsyncLifetime
{
    protected StackBench Bench { get; private set; } = null!;

    /// <summary>How the bench is set up.</summary>
    protected virtual BenchOptions BenchOptions => new();

    /// <inheritdoc/>
    public virtual async Task InitializeAsync() => Bench = await StackBench.StartAsync(BenchOptions);

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
