using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

public sealed class NumberPoolsClientTests : EmulatedCarriers
{
    private static readonly Pool Wanted = new()
    {
        Address = Customers,
        Fallback = PoolFallback.CustomFrom,
        LocalizedSenderPreferred = true,
        PredictableSenderPreferred = false,
    };

    private static IReadOnlyList<PoolNumber> Subscribed { get; } = [.. Enumerable.Range(0, 200).Select(n => PoolNumber.Parse($"{447700900000 + n}"))];

    [Fact]
    public async Task Pool_IsCreatedReadChangedAndDeleted()
    {
        var pools = Pools();
        Assert.Null(await pools.GetPoolAsync(Customers, default));

        Assert.Equal(Wanted, await pools.CreatePoolAsync(Wanted, default));
        Assert.Equal(Wanted, await pools.GetPoolAsync(Customers, default));

        var changed = await pools.UpdatePoolAsync(Customers, new PoolPatch { Fallback = PoolFallback.Reject, PredictableSenderPreferred = true }, default);
        Assert.Equal(Wanted with { Fallback = PoolFallback.Reject, PredictableSenderPreferred = true }, changed);

        await pools.DeletePoolAsync(Customers, default);
        await pools.DeletePoolAsync(Customers, default);
        Assert.Null(await pools.GetPoolAsync(Customers, default));
    }

    [Fact]
    public async Task CreatePool_IdIsTaken_IsAConflict()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => pools.CreatePoolAsync(Wanted, default));

        Assert.Equal((CarrierErrorKind.Conflict, "pool-id-exists"), (failure.Kind, failure.Code));
        Assert.NotNull(failure.TraceId);
    }

    [Fact]
    public async Task ListPools_ReadsAllPages()
    {
        var pools = Pools();
        var ids = Enumerable.Range(0, 101).Select(n => $"pool-{n:000}").ToList();
        await Task.WhenAll(ids.Select(id => pools.CreatePoolAsync(Wanted with { Address = Customers with { PoolId = id } }, default)));

        var listed = await pools.ListPoolsAsync(EmulatorCredentials.VonageApiKey, default).ToListAsync();

        Assert.Equal(ids, listed.Select(pool => pool.Address.PoolId).Order(StringComparer.Ordinal));
        Assert.Equal(2, Count(Operations.ListPools));
    }

    [Fact]
    public async Task Numbers_AreAddedListedAndRemoved()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);

        foreach (var batch in Subscribed.Chunk(50))
        {
            var added = await pools.AddNumbersAsync(Customers, batch, default);
            Assert.Equal(batch, added.Succeeded);
            Assert.Empty(added.Failures);
        }

        Assert.Equal(Subscribed, (await pools.ListNumbersAsync(Customers, default)).Order());
        Assert.Equal(2, Count(Operations.ListPoolNumbers));

        var removed = await pools.RemoveNumbersAsync(Customers, [.. Subscribed.Take(50)], default);
        await pools.RemoveNumberAsync(Customers, Subscribed[50], default);

        Assert.Equal(Subscribed.Take(50), removed.Succeeded);
        Assert.Equal(Subscribed.Skip(51), (await pools.ListNumbersAsync(Customers, default)).Order());
    }

    [Fact]
    public async Task PartlySuccessfulBatch_IsReportedPerNumber()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);
        var unknown = PoolNumber.Parse("447700900999");

        var added = await pools.AddNumbersAsync(Customers, [Subscribed[0], unknown], default);
        var removedTwice = await pools.RemoveNumbersAsync(Customers, [Subscribed[0], Subscribed[1]], default);
        var removedThrice = await pools.RemoveNumbersAsync(Customers, [Subscribed[0], Subscribed[1]], default);

        Assert.Equal([Subscribed[0]], added.Succeeded);
        AssertFailure(added, unknown, NumberPoolsCodes.MissingNumberSubscription);
        Assert.Equal([Subscribed[0]], removedTwice.Succeeded);
        AssertFailure(removedTwice, Subscribed[1], NumberPoolsCodes.MissingNumber);
        Assert.Empty(removedThrice.Succeeded);
        Assert.Equal(Subscribed.Take(2), removedThrice.Failures.Select(failure => failure.Number).Order());
    }

    [Fact]
    public async Task BatchWithoutSuccess_IsReportedPerNumber()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);
        var unknown = PoolNumber.Parse("447700900999");

        var added = await pools.AddNumbersAsync(Customers, [unknown], default);

        Assert.Empty(added.Succeeded);
        AssertFailure(added, unknown, NumberPoolsCodes.MissingNumberSubscription);
    }

    [Fact]
    public async Task MissingPool_IsNotFound()
    {
        var pools = Pools();

        var listing = await Assert.ThrowsAsync<CarrierException>(() => pools.ListNumbersAsync(Customers, default));
        var adding = await Assert.ThrowsAsync<CarrierException>(() => pools.AddNumbersAsync(Customers, [Subscribed[0]], default));
        var removing = await Assert.ThrowsAsync<CarrierException>(() => pools.RemoveNumberAsync(Customers, Subscribed[0], default));

        Assert.All([listing, adding, removing], failure => Assert.Equal(CarrierErrorKind.NotFound, failure.Kind));
    }

    [Fact]
    public async Task RemoveNumber_NotInThePool_IsRejected()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => pools.RemoveNumberAsync(Customers, Subscribed[0], default));

        Assert.True(failure.Kind is CarrierErrorKind.InvalidRequest or CarrierErrorKind.NotFound);
        Assert.NotNull(failure.Code);
    }

    [Fact]
    public async Task WrongSecret_IsUnauthenticated()
    {
        Server.Vonage.CredentialsRevoked = true;

        var failure = await Assert.ThrowsAsync<CarrierException>(() => Pools().GetPoolAsync(Customers, default));

        Assert.Equal((CarrierErrorKind.Unauthenticated, "unauthorized"), (failure.Kind, failure.Code));
    }

    [Fact]
    public async Task BatchBeyondTheLimit_IsRefusedBeforeSending()
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Pools().AddNumbersAsync(Customers, [.. Subscribed.Take(51)], default));

    private static void AssertFailure(BatchOutcome outcome, PoolNumber number, string code)
    {
        var failure = Assert.Single(outcome.Failures);
        Assert.Equal((number, code), (failure.Number, failure.Code));
        Assert.NotNull(failure.CarrierMessage);
        Assert.NotNull(failure.TraceId);
    }
}
