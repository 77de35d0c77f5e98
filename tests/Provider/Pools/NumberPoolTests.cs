using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Vonage.Pools;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.Pools;

public sealed class NumberPoolTests : ProviderTest
{
    [Fact]
    public async Task A_pool_is_created_with_its_rules()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders", fallback = "Reject", predictableSenderPreferred = true });

        Assert.Equal("a1b2c3d4/senders", pool.Id);
        var there = Numbers.Carriers.Vonage.Pools.Find("senders");
        Assert.NotNull(there);
        Assert.Equal("Reject", pool.State.Text("fallback"));
        Assert.Equal(true, pool.State.Get("predictableSenderPreferred"));
        Assert.Equal(false, pool.State.Get("localizedSenderPreferred"));
        Assert.Equal("a1b2c3d4", pool.State.Text("accountId"));
    }
}
