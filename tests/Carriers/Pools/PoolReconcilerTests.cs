using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Pools;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Pools;

public sealed class PoolReconcilerTests
{
    private readonly JumpingTime _time = new();

    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 2)]
    [InlineData(1_000, 20)]
    [InlineData(10_000, 200)]
    public async Task Additions_to_an_empty_pool_cost_one_listing_and_a_request_for_every_fifty(int numbers, int requests)
    {
        var pool = new ModelPool();

        var result = await ReconcileAsync(pool, Some.Numbers(0, numbers));

        Assert.True(result.IsComplete);
        Assert.Equal(numbers, pool.Content.Count);
        Assert.Equal(requests, pool.Writes.Count());
        Assert.Equal(1, pool.Requests.Count(request => request == "list"));
    }

    [Fact]
    public async Task A_pool_that_meets_the_goal_costs_one_listing_and_no_write()
    {
        var pool = new ModelPool { Content = [.. Some.Numbers(0, 120)] };

        var result = await ReconcileAsync(pool, Some.Numbers(0, 120));

        Assert.True(result.IsComplete);
        Assert.False(result.ChangedAnything);
        Assert.Equal(["list"], pool.Requests);
    }

    [Fact]
    public async Task Adding_comes_before_removing()
    {
        var pool = new ModelPool { Content = [.. Some.Numbers(0, 60)] };

        await ReconcileAsync(pool, Some.Numbers(60, 60));

        Assert.Equal(["add 50", "add 10", "remove 50", "remove 10"], pool.Writes);
    }

    [Fact]
    public async Task A_single_number_is_removed_through_its_own_address()
    {
        var pool = new ModelPool { Content = [.. Some.Numbers(0, 2)] };

        await ReconcileAsync(pool, Some.Numbers([0]));

        Assert.Equal(["remove one"], pool.Writes);
    }

    [Fact]
    public async Task Numbers_that_the_account_does_not_own_are_reported_with_the_carriers_words_and_the_others_are_added()
    {
        var pool = new ModelPool { NotOwned = [Some.Number(3)] };

        var result = await ReconcileAsync(pool, Some.Numbers(0, 10), new PoolReconcilerOptions { SubscriptionWait = TimeSpan.Zero });

        Assert.Equal(9, result.Added.Count);
        Assert.Equal(result.Held, pool.Content);
        var failure = Assert.Single(result.AddFailures);
        Assert.Equal("447700900003: No such number subscription (code missing-number-subscription)", failure.ToString());
        Assert.Equal(["add 10"], pool.Writes);
    }

    [Fact]
    public async Task A_number_bought_moments_ago_is_waited_for_with_a_status_line()
    {
        var pool = new ModelPool { LearnsOfAfter = { [Some.Number(3)] = 3 } };
        var progress = new ProgressLog();

        var result = await Reconciler(pool).ReconcileAsync(Goal(Some.Numbers(0, 10)), progress, CancellationToken.None);

        Assert.True(result.IsComplete);
        Assert.Equal(["add 10", "add 1", "add 1", "add 1"], pool.Writes);
        Assert.Contains(
            "added 9/10, removed 0/0, 0 failed; waiting for the pool service to learn of 1 number, 60 s at most", progress.Lines);
    }

    [Fact]
    public async Task The_wait_for_an_unknown_number_is_bounded()
    {
        var pool = new ModelPool { NotOwned = [Some.Number(0)] };
        var begun = _time.GetUtcNow();

        var result = await ReconcileAsync(pool, Some.Numbers([0]), new PoolReconcilerOptions { SubscriptionWait = TimeSpan.FromSeconds(30) });

        Assert.Single(result.AddFailures);
        Assert.Equal(TimeSpan.FromSeconds(30), _time.GetUtcNow() - begun);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_malformed_number_does_not_cost_the_good_ones(bool named)
    {
        var pool = new ModelPool { Malformed = [Some.Number(17)], NamesMalformed = named };

        var result = await ReconcileAsync(pool, Some.Numbers(0, 50));

        Assert.Equal(49, result.Added.Count);
        Assert.Equal(Some.Number(17), Assert.Single(result.AddFailures).Number);
        Assert.InRange(pool.Writes.Count(), 2, named ? 2 : 13);
    }

    [Fact]
    public async Task A_refusal_that_is_not_about_the_numbers_is_not_taken_apart()
    {
        var pool = new ModelPool { Faults = request => request == "add 50" ? PoolFault.Refused : PoolFault.None };

        var result = await ReconcileAsync(pool, Some.Numbers(0, 50));

        Assert.Equal(50, result.AddFailures.Count);
        Assert.Equal(["add 50"], pool.Writes);
    }

    [Theory]
    [InlineData(nameof(PoolFault.LostBeforeEffect), "add 3")]
    [InlineData(nameof(PoolFault.LostAfterEffect), null)]
    [InlineData(nameof(PoolFault.LostHalfWay), "add 2")]
    [InlineData(nameof(PoolFault.Garbled), null)]
    [InlineData(nameof(PoolFault.Unavailable), "add 3")]
    public async Task An_answer_that_never_came_is_settled_by_listing_and_only_what_is_missing_is_sent_again(string fault, string? again)
    {
        var pool = new ModelPool { Faults = Once("add 3", Enum.Parse<PoolFault>(fault)) };

        var result = await ReconcileAsync(pool, Some.Numbers(0, 3));

        Assert.True(result.IsComplete);
        Assert.Equal(again is null ? ["list", "add 3", "list"] : ["list", "add 3", "list", again], pool.Requests);
    }

    [Fact]
    public async Task A_rate_limit_is_waited_for_as_long_as_the_carrier_asks()
    {
        var pool = new ModelPool { Faults = Once("add 3", PoolFault.RateLimited) };
        var begun = _time.GetUtcNow();

        var result = await ReconcileAsync(pool, Some.Numbers(0, 3));

        Assert.True(result.IsComplete);
        Assert.Equal(["list", "add 3", "add 3"], pool.Requests);
        Assert.Equal(TimeSpan.FromSeconds(7), _time.GetUtcNow() - begun);
    }

    [Fact]
    public async Task Only_the_numbers_that_may_pass_are_tried_again()
    {
        var pool = new ModelPool { Faults = Once("add 4", PoolFault.SomeNumbersThrottled) };

        var result = await ReconcileAsync(pool, Some.Numbers(0, 4));

        Assert.True(result.IsComplete);
        Assert.Equal(["add 4", "add 2"], pool.Writes);
    }

    [Fact]
    public async Task Refused_credentials_stop_the_run_and_what_was_done_before_is_reported()
    {
        var pool = new ModelPool();
        pool.Faults = request => request.StartsWith("add", StringComparison.Ordinal) && pool.Writes.Count() > 2
            ? PoolFault.Unauthenticated
            : PoolFault.None;

        var result = await ReconcileAsync(pool, Some.Numbers(0, 200), new PoolReconcilerOptions { Parallelism = 1 });

        Assert.Equal(CarrierErrorKind.Unauthenticated, result.Stop?.Kind);
        Assert.Equal(100, result.Added.Count);
        Assert.Equal(100, result.NotAttempted.Count);
        Assert.Equal("added 100 of 200 numbers", result.Summary);
        Assert.Equal(pool.Content, result.Held);
    }

    [Fact]
    public async Task A_pool_that_does_not_exist_is_a_clean_failure()
    {
        var pool = new ModelPool { Gone = true };

        var failure = await Assert.ThrowsAsync<CarrierException>(() => ReconcileAsync(pool, Some.Numbers(0, 3)));

        Assert.Equal(CarrierErrorKind.NotFound, failure.Kind);
        Assert.Equal(["list"], pool.Requests);
    }

    [Fact]
    public async Task A_pool_that_vanishes_on_the_way_holds_nothing()
    {
        var pool = new ModelPool { Content = [Some.Number(0)] };
        pool.AfterWrite = _ => pool.Gone = true;

        var result = await ReconcileAsync(pool, Some.Numbers(0, 120), new PoolReconcilerOptions { Parallelism = 1 });

        Assert.Equal(CarrierErrorKind.NotFound, result.Stop?.Kind);
        Assert.Empty(result.Held);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public async Task Removing_from_a_pool_that_is_gone_is_done()
    {
        var pool = new ModelPool { Gone = true };

        var result = await Reconciler(pool).RemoveAsync(Some.Pool, Some.Numbers(0, 3), progress: null, CancellationToken.None);

        Assert.True(result.IsComplete);
    }

    [Fact]
    public async Task Removing_leaves_the_numbers_of_others_alone()
    {
        var pool = new ModelPool { Content = [.. Some.Numbers(0, 10)] };

        await Reconciler(pool).RemoveAsync(Some.Pool, Some.Numbers(0, 4), progress: null, CancellationToken.None);

        Assert.Equal(Some.Numbers(4, 6), pool.Content);
    }

    [Fact]
    public async Task Numbers_that_somebody_else_put_there_are_named_when_they_are_removed()
    {
        var pool = new ModelPool { Content = [.. Some.Numbers(0, 4)] };
        var goal = Goal(Some.Numbers([0])) with { DeclaredBefore = Some.Numbers([0, 1]) };

        var result = await Reconciler(pool).ReconcileAsync(goal, progress: null, CancellationToken.None);

        Assert.Equal([Some.Number(1), Some.Number(2), Some.Number(3)], result.Removed);
        Assert.Equal([Some.Number(2), Some.Number(3)], result.RemovedOfOthers);
    }

    [Fact]
    public async Task A_pool_is_not_emptied_when_none_of_its_new_numbers_could_be_added()
    {
        var pool = new ModelPool { Content = [.. Some.Numbers(0, 3)], NotOwned = [Some.Number(9)] };

        var result = await ReconcileAsync(pool, Some.Numbers([9]));

        Assert.Equal(Some.Numbers(0, 3), pool.Content);
        Assert.Equal([Some.Number(0), Some.Number(1), Some.Number(2)], result.Withheld);
        Assert.False(result.IsComplete);
    }

    [Fact]
    public async Task A_cancellation_lets_the_batch_under_way_finish_and_begins_no_other()
    {
        using var cancellation = new CancellationTokenSource();
        var pool = new ModelPool { Content = [Some.Number(999)] };
        pool.AfterWrite = writes =>
        {
            if (writes == 7)
                cancellation.Cancel();
        };

        var result = await new PoolReconciler(pool, new PoolReconcilerOptions { Parallelism = 1 }, TimeProvider.System)
            .ReconcileAsync(Goal(Some.Numbers(0, 900)), progress: null, cancellation.Token);

        Assert.True(result.Cancelled);
        Assert.Equal("added 350 of 900 and removed 0 of 1 numbers", result.Summary);
        Assert.Equal(pool.Content, result.Held);
        Assert.Equal(7, pool.Writes.Count());
    }

    [Fact]
    public async Task A_run_that_was_cancelled_before_it_began_does_nothing()
    {
        var pool = new ModelPool();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Reconciler(pool).ReconcileAsync(Goal(Some.Numbers(0, 9)), progress: null, new CancellationToken(canceled: true)));

        Assert.Empty(pool.Content);
    }

    [Fact]
    public async Task Progress_counts_what_was_added_removed_and_failed()
    {
        var pool = new ModelPool { Content = [.. Some.Numbers(0, 20)], NotOwned = [Some.Number(100)] };
        var progress = new ProgressLog();

        await Reconciler(pool, new PoolReconcilerOptions { SubscriptionWait = TimeSpan.Zero, Parallelism = 1 })
            .ReconcileAsync(Goal(Some.Numbers(100, 60)), progress, CancellationToken.None);

        Assert.Equal("added 49/60, removed 0/20, 0 failed", progress.Lines[0]);
        Assert.Equal("added 59/60, removed 20/20, 1 failed", progress.Lines[^1]);
    }

    private static PoolGoal Goal(IReadOnlySet<Msisdn> desired) => new() { Pool = Some.Pool, Desired = desired };

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

    private PoolReconciler Reconciler(INumberPoolsClient pool, PoolReconcilerOptions? options = null) => new(pool, options ?? new(), _time);

    private Task<PoolReconciliation> ReconcileAsync(ModelPool pool, IReadOnlySet<Msisdn> desired, PoolReconcilerOptions? options = null) =>
        Reconciler(pool, options).ReconcileAsync(Goal(desired), progress: null, CancellationToken.None);
}
