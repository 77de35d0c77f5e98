namespace PulumiNumbers.Tests.Provider.Harness;

/// <summary>A test class whose every test has carriers, engine and plugin of its own.</summary>
public abstract class ProviderTest : IAsyncLifetime
{
    /// <summary>Carriers, engine and plugin.</summary>
    protected ProviderHarness Numbers { get; private set; } = null!;

    /// <inheritdoc/>
    public async Task InitializeAsync() => Numbers = await ProviderHarness.StartAsync(Options);

    /// <inheritdoc/>
    public async Task DisposeAsync() => await Numbers.DisposeAsync();

    /// <summary>How the class wants them.</summary>
    protected virtual HarnessOptions Options => new();
}
