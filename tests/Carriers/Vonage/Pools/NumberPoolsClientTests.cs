using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
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

    private static IReadOnlyList<Msisdn> Subscribed { get; } = [.. Enumerable.Range(0, 200).Select(n => Msisdn.Parse($"{447700900000 + n}"))];

    [Fact]
    public async Task A_pool_is_created_read_changed_and_deleted()
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
    public async Task A_pool_id_that_is_taken_is_a_conflict()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => pools.CreatePoolAsync(Wanted, default));

        Assert.Equal((CarrierErrorKind.Conflict, "pool-id-exists"), (failure.Kind, failure.Code));
        Assert.NotNull(failure.TraceId);
    }

    [Theory]
    [InlineData(FaultKind.ResetBefore)]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.Truncated)]
    public async Task A_pool_whose_creation_got_no_answer_is_there_once(FaultKind kind)
    {
        Server.Faults.Add(new FaultRule { Kind = kind, Operation = Operations.CreatePool, Times = 1 });

        Assert.Equal(Wanted, await Pools().CreatePoolAsync(Wanted, default));

        Assert.Single(await Pools().ListPoolsAsync(EmulatorCredentials.VonageApiKey, default).ToListAsync());
    }

    [Fact]
    public async Task Pools_are_listed_over_all_pages()
    {
        var pools = Pools();
        var ids = Enumerable.Range(0, 101).Select(n => $"pool-{n:000}").ToList();
        await Task.WhenAll(ids.Select(id => pools.CreatePoolAsync(Wanted with { Address = Customers with { PoolId = id } }, default)));

        var listed = await pools.ListPoolsAsync(EmulatorCredentials.VonageApiKey, default).ToListAsync();

        Assert.Equal(ids, listed.Select(pool => pool.Address.PoolId).Order(StringComparer.Ordinal));
        Assert.Equal(2, Count(Operations.ListPools));
    }

    [Fact]
    public async Task Numbers_are_added_listed_and_removed()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);

        foreach (var batch in Subscribed.Chunk(50))
        {
            var added = await pools.AddNumbersAsync(Customers, batch, default);
            Assert.Equal(batch, added.Succeeded);
            Assert.Empty(added.Failures);
        }

        Assert.Equal(Subscribed, await pools.ListNumbersAsync(Customers, default).ToListAsync());
        Assert.Equal(2, Count(Operations.ListPoolNumbers));

        var removed = await pools.RemoveNumbersAsync(Customers, [.. Subscribed.Take(50)], default);
        await pools.RemoveNumberAsync(Customers, Subscribed[50], default);

        Assert.Equal(Subscribed.Take(50), removed.Succeeded);
        Assert.Equal(Subscribed.Skip(51), await pools.ListNumbersAsync(Customers, default).ToListAsync());
    }

    [Fact]
    public async Task A_partly_successful_batch_is_told_per_number()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);
        var unknown = Msisdn.Parse("447700900999");

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
    public async Task A_batch_in_which_all_failed_is_told_per_number()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);
        var unknown = Msisdn.Parse("447700900999");

        var added = await pools.AddNumbersAsync(Customers, [unknown], default);

        Assert.Empty(added.Succeeded);
        AssertFailure(added, unknown, NumberPoolsCodes.MissingNumberSubscription);
    }

    [Fact]
    public async Task Numbers_of_a_pool_that_is_gone_are_not_found()
    {
        var pools = Pools();

        var listing = await Assert.ThrowsAsync<CarrierException>(async () => await pools.ListNumbersAsync(Customers, default).ToListAsync());
        var adding = await Assert.ThrowsAsync<CarrierException>(() => pools.AddNumbersAsync(Customers, [Subscribed[0]], default));
        var removing = await Assert.ThrowsAsync<CarrierException>(() => pools.RemoveNumberAsync(Customers, Subscribed[0], default));

        Assert.All([listing, adding, removing], failure => Assert.Equal(CarrierErrorKind.NotFound, failure.Kind));
    }

    [Fact]
    public async Task A_number_that_is_not_in_the_pool_cannot_be_removed_alone()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => pools.RemoveNumberAsync(Customers, Subscribed[0], default));

        Assert.True(failure.Kind is CarrierErrorKind.InvalidRequest or CarrierErrorKind.NotFound);
        Assert.NotNull(failure.Code);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_as_such()
    {
        Server.Vonage.CredentialsRevoked = true;

        var failure = await Assert.ThrowsAsync<CarrierException>(() => Pools().GetPoolAsync(Customers, default));

        Assert.Equal((CarrierErrorKind.Unauthenticated, "unauthorized"), (failure.Kind, failure.Code));
    }

    [Fact]
    public async Task A_batch_beyond_the_carriers_limit_is_a_mistake_of_the_caller()
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Pools().AddNumbersAsync(Customers, [.. Subscribed.Take(51)], default));

    private static void AssertFailure(BatchOutcome outcome, Msisdn number, string code)
    {
        var failure = Assert.Single(outcome.Failures);
        Assert.Equal((number, code), (failure.Number, failure.Code));
        Assert.NotNull(failure.CarrierMessage);
        Assert.NotNull(failure.TraceId);
    }
}
