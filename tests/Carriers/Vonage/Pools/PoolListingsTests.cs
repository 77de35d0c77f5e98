using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

/// <summary>What reads of pools share, over HTTP.</summary>
public sealed class PoolListingsTests : EmulatedCarriers
{
    private static readonly Msisdn Number = Msisdn.Parse("447700900001");

    [Fact]
    public async Task FindPools_ManyNumbers_ListEveryPoolOnce()
    {
        Server.Vonage.Pools.Create("first", "447700900001", "447700900002");
        Server.Vonage.Pools.Create("second", "447700900003");
        var listings = Listings(Pools());

        foreach (var index in Enumerable.Range(100, 50))
            Assert.Empty(await listings.FindPoolsAsync(Msisdn.Parse($"{447700900000 + index}"), CancellationToken.None));

        Assert.Equal((1, 2), (Count(Operations.ListPools), Count(Operations.ListPoolNumbers)));
    }

    [Fact]
    public async Task FindPools_NumberInTwoPools_NamesBoth_AndNoneThatGaveItUpSince()
    {
        Server.Vonage.Pools.Create("first", Number.Digits);
        Server.Vonage.Pools.Create("second", Number.Digits);
        var listings = Listings(Pools());

        var before = await listings.FindPoolsAsync(Number, CancellationToken.None);
        Server.Vonage.Pools.Remove("first", Number.Digits);
        listings.Invalidate(Customers with { PoolId = "first" });
        var after = await listings.FindPoolsAsync(Number, CancellationToken.None);

        Assert.Equal(["first", "second"], before.Select(pool => pool.PoolId).Order(StringComparer.Ordinal));
        Assert.Equal(["second"], after.Select(pool => pool.PoolId));
    }

    [Fact]
    public async Task Reads_OfOnePoolThatComeTogether_ShareOneListing_UntilAWrite()
    {
        Server.Vonage.Pools.Create(Customers.PoolId, Number.Digits);
        var listings = Listings(Pools());

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => listings.ListNumbersAsync(Customers, CancellationToken.None)));
        Assert.Equal(1, Count(Operations.ListPoolNumbers));

        listings.Invalidate(Customers);
        await listings.ListNumbersAsync(Customers, CancellationToken.None);
        Assert.Equal(2, Count(Operations.ListPoolNumbers));
    }

    [Fact]
    public async Task Reads_OfAHundredPools_ShareTheListingOfTheAccount()
    {
        foreach (var index in Enumerable.Range(0, 100))
            Server.Vonage.Pools.Create($"pool-{index:000}");
        var listings = Listings(Pools());

        var pools = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(index => listings.FindPoolAsync(Customers with { PoolId = $"pool-{index:000}" }, CancellationToken.None)));

        Assert.All(pools, Assert.NotNull);
        Assert.InRange(Server.Requests.All.Count, 1, 3);
    }

    private static PoolListings Listings(INumberPoolsClient client) => new(client, Customers.AccountId, TimeProvider.System);
}
