using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Tests.Carriers.Doubles;
using static PulumiNumbers.Tests.Carriers.Vonage.Pools.PoolTestData;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

public sealed class PoolReconcilerTests
{
    private readonly JumpingTime _time = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(1_000, 20)]
    [InlineData(10_000, 200)]
    public async Task Additions_ToAnEmptyPool_CostOneListingAndOneRequestForEveryFifty(int numbers, int requests)
    {
        var pool = new PoolModel();

        var result = await ReconcileAsync(pool, Range(0, numbers));

        Assert.True(result.IsComplete);
        Assert.Equal(numbers, pool.Content.Count);
        Assert.Equal(requests, pool.Writes.Count());
        Assert.Single(pool.Requests, "list");
    }

    [Fact]
    public async Task PoolAsDesired_CostsOneListingAndNoWrite()
    {
        var pool = new PoolModel { Content = [.. Range(0, 120)] };

        var result = await ReconcileAsync(pool, Range(0, 120));

        Assert.True(result.IsComplete);
        Assert.False(result.ChangedAnything);
        Assert.Equal(["list"], pool.Requests);
    }

    [Fact]
    public async Task Additions_ComeBeforeRemovals()
    {
        var pool = new PoolModel { Content = [.. Range(0, 60)] };

        await ReconcileAsync(pool, Range(60, 60));

        Assert.Equal(["add 50", "add 10", "remove 50", "remove 10"], pool.Writes);
    }

    [Fact]
    public async Task SingleNumber_IsRemovedThroughItsOwnAddress()
    {
        var pool = new PoolModel { Content = [.. Range(0, 2)] };

        await ReconcileAsync(pool, Set(0));

        Assert.Equal(["remove one"], pool.Writes);
    }

    [Fact]
    public async Task ShortCodes_AreRemovedOneByOne_SinceASeriesOfThemFailsValidation()
    {
        var shortCode = PoolNumber.Parse("38042");
        var pool = new PoolModel { Content = [.. Range(0, 3), shortCode] };

        var result = await ReconcileAsync(pool, Set(0));

        Assert.True(result.IsComplete);
        Assert.Equal(["remove one", "remove 2"], pool.Writes);
        Assert.Equal(Set(0), pool.Content);
    }

    [Fact]
    public async Task ShortCodes_ThatAreDeclared_Stay()
    {
        var shortCode = PoolNumber.Parse("38042");
        var pool = new PoolModel { Content = [Number(0), shortCode] };

        var result = await ReconcileAsync(pool, new HashSet<PoolNumber> { shortCode, Number(1) });

        Assert.True(result.IsComplete);
        Assert.Equal([shortCode, Number(1)], pool.Content.Order());
    }

    [Fact]
    public async Task NumbersThatTheAccountDoesNotRent_AreReportedWithTheCarriersReason_AndTheOthersAreAdded()
    {
        var pool = new PoolModel { NotOwned = [Number(3)] };

        var result = await ReconcileAsync(pool, Range(0, 10));

        Assert.Equal(9, result.Added.Count);
        Assert.Equal(result.Held, pool.Content);
        var failure = Assert.Single(result.AddFailures);
        Assert.Equal(("447700900003", "missing-number-subscription"), (failure.Number.Digits, failure.Code));
        Assert.Equal(["add 10"], pool.Writes);
    }

    [Fact]
    public async Task NumberBoughtMomentsAgo_IsWaitedForWithAStatusLine()
    {
        var pool = new PoolModel { RefusalsBeforeAccepted = { [Number(3)] = 3 } };
        var progress = new ProgressLog();
        var reconciler = new PoolReconciler(pool, new OwnedNumbersModel(), new PoolReconcilerOptions(), _time);

        var result = await reconciler.ReconcileAsync(Desired(Range(0, 10)), progress, CancellationToken.None);

        Assert.True(result.IsComplete);
        Assert.Equal(["add 10", "add 1", "add 1", "add 1"], pool.Writes);
        Assert.Contains("added 9/10; waiting up to 60 s for the pool service to accept 1 new number", progress.Lines);
    }

    [Fact]
    public async Task NumberThatTheAccountNeverRented_IsNotWaitedFor()
    {
        var pool = new PoolModel { NotOwned = [Number(0)] };
        var start = _time.GetUtcNow();
        var reconciler = new PoolReconciler(pool, new OwnedNumbersModel(owned: Set(1)), new PoolReconcilerOptions(), _time);

        var result = await reconciler.ReconcileAsync(Desired(Set(0, 1)), progress: null, CancellationToken.None);

        Assert.Equal(Number(0), Assert.Single(result.AddFailures).Number);
        Assert.Equal(["add 2"], pool.Writes);
        Assert.Equal(start, _time.GetUtcNow());
    }

    [Fact]
    public async Task WaitForANumberOfTheAccount_IsBounded_AndItsOwnershipIsLookedUpOnce()
    {
        var pool = new PoolModel { NotOwned = [Number(0)] };
        var owned = new OwnedNumbersModel();
        var start = _time.GetUtcNow();
        var options = new PoolReconcilerOptions { SubscriptionWait = TimeSpan.FromSeconds(30) };

        var result = await new PoolReconciler(pool, owned, options, _time).ReconcileAsync(Desired(Set(0)), progress: null, CancellationToken.None);

        Assert.Single(result.AddFailures);
        Assert.Equal(TimeSpan.FromSeconds(30), _time.GetUtcNow() - start);
        Assert.Equal(1, owned.Lookups);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneInvalidNumber_DoesNotCostTheGoodOnes(bool named)
    {
        var pool = new PoolModel { Invalid = [Number(17)], NamesInvalid = named };

        var result = await ReconcileAsync(pool, Range(0, 50));

        Assert.Equal(49, result.Added.Count);
        Assert.Equal(Number(17), Assert.Single(result.AddFailures).Number);
        Assert.InRange(pool.Writes.Count(), 2, named ? 2 : 13);
    }

    [Fact]
    public async Task RejectionThatIsNotAboutTheNumbers_IsNotSplit()
    {
        var pool = new PoolModel { Faults = request => request == "add 50" ? PoolFault.Rejected : PoolFault.None };

        var result = await ReconcileAsync(pool, Range(0, 50));

        Assert.Equal(50, result.AddFailures.Count);
        Assert.Equal(["add 50"], pool.Writes);
    }

    [Theory]
    [InlineData(nameof(PoolFault.LostBeforeEffect), "add 3")]
    [InlineData(nameof(PoolFault.LostAfterEffect), null)]
    [InlineData(nameof(PoolFault.LostHalfWay), "add 2")]
    [InlineData(nameof(PoolFault.Malformed), null)]
    [InlineData(nameof(PoolFault.Unavailable), "add 3")]
    public async Task LostResponse_IsResolvedByListing_AndOnlyWhatIsMissingIsSentAgain(string fault, string? again)
    {
        var pool = new PoolModel { Faults = Once("add 3", Enum.Parse<PoolFault>(fault)) };

        var result = await ReconcileAsync(pool, Range(0, 3));

        Assert.True(result.IsComplete);
        Assert.Equal(again is null ? ["list", "add 3", "list"] : ["list", "add 3", "list", again], pool.Requests);
    }

    [Theory]
    [InlineData(nameof(PoolFault.LostBeforeEffect))]
    [InlineData(nameof(PoolFault.SomeNumbersThrottled))]
    [InlineData(nameof(PoolFault.RateLimited))]
    [InlineData(nameof(PoolFault.Unavailable))]
    public async Task NoRetriesConfigured_EveryNumberIsSentOnce(string fault)
    {
        var pool = new PoolModel { Faults = request => request == "list" ? PoolFault.None : Enum.Parse<PoolFault>(fault) };

        var result = await ReconcileAsync(pool, Range(0, 4), new PoolReconcilerOptions { MaxRetries = 0 });

        Assert.Equal(["add 4"], pool.Writes);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public async Task RequestThatTheTransportGaveUp_IsNotRepeatedAndEndsTheRun()
    {
        var pool = new PoolModel { Faults = request => request == "list" ? PoolFault.None : PoolFault.RateLimited };

        var result = await ReconcileAsync(pool, Range(0, 120), new PoolReconcilerOptions { Parallelism = 1 });

        Assert.Equal(["add 50"], pool.Writes);
        Assert.Equal(CarrierErrorKind.RateLimited, result.Stop?.Kind);
        Assert.Equal(120, result.NotAttempted.Count);
    }

    [Fact]
    public async Task OnlyTheNumbersThatMaySucceed_AreSentAgain()
    {
        var pool = new PoolModel { Faults = Once("add 4", PoolFault.SomeNumbersThrottled) };

        var result = await ReconcileAsync(pool, Range(0, 4));

        Assert.True(result.IsComplete);
        Assert.Equal(["add 4", "add 2"], pool.Writes);
    }

    [Fact]
    public async Task RefusedCredentials_StopTheRun_AndWhatWasDoneBeforeIsReported()
    {
        var pool = new PoolModel();
        pool.Faults = request => request.StartsWith("add", StringComparison.Ordinal) && pool.Writes.Count() > 2
            ? PoolFault.Unauthenticated
            : PoolFault.None;

        var result = await ReconcileAsync(pool, Range(0, 200), new PoolReconcilerOptions { Parallelism = 1 });

        Assert.Equal(CarrierErrorKind.Unauthenticated, result.Stop?.Kind);
        Assert.Equal(100, result.Added.Count);
        Assert.Equal(100, result.NotAttempted.Count);
        Assert.Equal("added 100 of 200 numbers", result.Summary);
        Assert.Equal(pool.Content, result.Held);
    }

    [Fact]
    public async Task MissingPool_IsAnErrorWithoutAnyWrite()
    {
        var pool = new PoolModel { IsMissing = true };

        var failure = await Assert.ThrowsAsync<CarrierException>(() => ReconcileAsync(pool, Range(0, 3)));

        Assert.Equal(CarrierErrorKind.NotFound, failure.Kind);
        Assert.Equal(["list"], pool.Requests);
    }

    [Fact]
    public async Task PoolThatIsDeletedDuringTheRun_HoldsNothing()
    {
        var pool = new PoolModel { Content = [Number(0)] };
        pool.AfterWrite = _ => pool.IsMissing = true;

        var result = await ReconcileAsync(pool, Range(0, 120), new PoolReconcilerOptions { Parallelism = 1 });

        Assert.Equal(CarrierErrorKind.NotFound, result.Stop?.Kind);
        Assert.Empty(result.Held);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public async Task Remove_LeavesTheNumbersOfOthersAlone()
    {
        var pool = new PoolModel { Content = [.. Range(0, 10)] };

        await Reconciler(pool).RemoveAsync(Address, Range(0, 4), progress: null, CancellationToken.None);

        Assert.Equal(Range(4, 6), pool.Content);
    }

    [Fact]
    public async Task Update_LeavesWhatOthersAddedAndRemovedSinceTheLastRefresh()
    {
        var pool = new PoolModel { Content = [.. Set(1, 2, 50)] };
        var desired = new DesiredPool { Pool = Address, Declared = Set(0, 1, 3), PreviouslyDeclared = Set(0, 1, 2) };

        var result = await Reconciler(pool).ReconcileAsync(desired, progress: null, CancellationToken.None);

        Assert.True(result.IsComplete);
        Assert.Equal(Set(1, 3, 50).Order(), pool.Content.Order());
    }

    [Fact]
    public async Task FailedAdditions_HoldBackAsManyRemovals_SoThatThePoolKeepsItsSize()
    {
        var pool = new PoolModel { Content = [.. Range(1, 60)], NotOwned = [.. Range(61, 30)] };

        var result = await ReconcileAsync(pool, Range(31, 60));

        Assert.Equal(60, pool.Content.Count);
        Assert.Equal(30, result.HeldBack.Count);
        Assert.Empty(result.Removed);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public async Task SomeFailedAdditions_HoldBackOnlyAsManyRemovals()
    {
        var pool = new PoolModel { Content = [.. Range(0, 10)], NotOwned = [.. Range(100, 3)] };

        var result = await ReconcileAsync(pool, Range(100, 10));

        Assert.Equal(10, pool.Content.Count);
        Assert.Equal((7, 7, 3), (result.Added.Count, result.Removed.Count, result.HeldBack.Count));
    }

    [Fact]
    public async Task Cancellation_LetsTheBatchUnderWayFinish_AndBeginsNoOther()
    {
        using var cancellation = new CancellationTokenSource();
        var pool = new PoolModel { Content = [Number(999)] };
        pool.AfterWrite = writes =>
        {
            if (writes == 7)
                cancellation.Cancel();
        };

        var result = await new PoolReconciler(pool, subscriptions: null, new PoolReconcilerOptions { Parallelism = 1 }, TimeProvider.System)
            .ReconcileAsync(Desired(Range(0, 900)), progress: null, cancellation.Token);

        Assert.True(result.Cancelled);
        Assert.Equal("added 350 of 900 and removed 0 of 1 numbers", result.Summary);
        Assert.Equal(pool.Content, result.Held);
        Assert.Equal(7, pool.Writes.Count());
    }

    [Fact]
    public async Task CancellationBeforeTheRun_ChangesNothing()
    {
        var pool = new PoolModel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Reconciler(pool).ReconcileAsync(Desired(Range(0, 9)), progress: null, new CancellationToken(canceled: true)));

        Assert.Empty(pool.Content);
    }

    [Fact]
    public async Task Progress_CountsWhatThereIsToDoAndNothingElse()
    {
        var pool = new PoolModel { Content = [.. Range(0, 20)], NotOwned = [Number(100)] };
        var progress = new ProgressLog();

        await Reconciler(pool, new PoolReconcilerOptions { Parallelism = 1 })
            .ReconcileAsync(Desired(Range(100, 60)), progress, CancellationToken.None);

        Assert.Equal("added 49/60, removed 0/20", progress.Lines[0]);
        Assert.Equal("added 59/60, removed 19/20, 1 failed", progress.Lines[^1]);
        Assert.Equal("added 3/5", new PoolProgress { Added = 3, ToAdd = 5 }.ToString());
    }

    private static DesiredPool Desired(IReadOnlySet<PoolNumber> declared) => new() { Pool = Address, Declared = declared, RemovesOthers = true };

    private static Func<string, PoolFault> Once(string request, PoolFault fault)
    {
        var due = true;
        return actual =>
        {
            if (actual != request || !due)
                return PoolFault.None;
            due = false;
            return fault;
        };
    }

    private PoolReconciler Reconciler(PoolModel pool, PoolReconcilerOptions? options = null) => new(pool, subscriptions: null, options ?? new(), _time);

    private Task<PoolReconciliation> ReconcileAsync(PoolModel pool, IReadOnlySet<PoolNumber> declared, PoolReconcilerOptions? options = null) =>
        Reconciler(pool, options).ReconcileAsync(Desired(declared), progress: null, CancellationToken.None);
}
