using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary>A test with a stack of its own.</summary>
public abstract class EngineTestBase : IAsyncLifetime
{
    protected TestBench Bench { get; private set; } = null!;

    public async Task InitializeAsync() => Bench = await TestBench.StartAsync();

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
