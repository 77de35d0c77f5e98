using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Vonage.Pools;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.Pools;

public sealed class UndeletablePoolTests
{
    [Theory]
    [InlineData(PoolDeletion.WrongVerb)]
    [InlineData(PoolDeletion.NotImplemented)]
    public async Task Where_pools_cannot_be_deleted_the_numbers_are_taken_out_and_a_warning_says_what_remains(PoolDeletion deletion)
    {
        await using var numbers = await ProviderHarness.StartAsync(new HarnessOptions { Emulator = new() { Behavior = EmulatorProfile.Default with { PoolDeletion = deletion } } });
        var pool = await numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        numbers.Carriers.Vonage.Pools.Add("senders", Enumerable.Range(0, 60).Select(number => $"4477009000{number:00}"));

        await numbers.DestroyAsync(pool);

        Assert.Empty(numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
        var warning = Assert.Single(numbers.Log.Said(LogSeverity.Warning));
        Assert.Contains("senders", warning, StringComparison.Ordinal);
        Assert.Contains("support", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pool_that_support_has_removed_meanwhile_counts_as_deleted()
    {
        await using var numbers = await ProviderHarness.StartAsync(new HarnessOptions { Emulator = new() { Behavior = EmulatorProfile.Default with { PoolDeletion = PoolDeletion.WrongVerb } } });
        var pool = await numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        numbers.Carriers.Vonage.Pools.Delete("senders");

        await numbers.DestroyAsync(pool);

        Assert.Empty(numbers.Log.Said(LogSeverity.Warning));
    }
}
