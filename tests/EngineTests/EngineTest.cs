using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary>A test with a stack of its own.</summary>
public abstract class EngineTest : IAsyncLifetime
{
    protected EngineFixture Fixture { get; private set; } = null!;

    public async Task InitializeAsync() => Fixture = await EngineFixture.StartAsync();

    public async Task DisposeAsync() => await Fixture.DisposeAsync();
}
