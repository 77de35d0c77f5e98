using FsCheck;
using FsCheck.Fluent;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Pools;
using PulumiNumbers.Carriers.Waiting;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Pools;

/// <summary>What holds of the reconciler whatever the goal, the pool, the carrier's moods and the user's patience.</summary>
public sealed class PoolReconcilerProperties
{
    private const int Runs = 3;

    private static readonly PoolReconcilerOptions Options = new()
    {
        Attempts = 3,
        Backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)),
        SubscriptionWait = TimeSpan.FromSeconds(10),
    };

    [Fact]
    public void After_every_run_the_report_is_true_and_after_three_the_goal_is_reached_as_far_as_it_can_be() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20_260_101, 3),
            Prop.ForAll(PoolCase.Any, CheckAsync));

    private static async Task CheckAsync(PoolCase @case)
    {
        var time = new JumpingTime();
        var pool = Pool(@case);
        var reconciler = new PoolReconciler(pool, Options with { Parallelism = @case.Parallelism }, time);
        var goal = new PoolGoal
        {
            Pool = Some.Pool,
            Desired = Some.Numbers([.. @case.Desired]),
            Authoritative = @case.Authoritative,
            DeclaredBefore = Some.Numbers([.. @case.Before]),
        };
        var others = pool.Content.Except(goal.Desired).Except(goal.DeclaredBefore).ToHashSet();

        PoolReconciliation? last = null;
        for (var run = 1; run <= Runs; run++)
        {
            if (run == Runs)
                pool.Faults = _ => PoolFault.None;
            last = await RunAsync(reconciler, pool, goal, run == 1 ? @case.CancelAfter : 0);
            if (!goal.Authoritative)
                Assert.Superset(others, pool.Content);
        }

        AssertConverged(@case, goal, pool, Assert.IsType<PoolReconciliation>(last));
    }

    private static async Task<PoolReconciliation?> RunAsync(PoolReconciler reconciler, ModelPool pool, PoolGoal goal, int cancelAfter)
    {
        using var cancellation = new CancellationTokenSource();
        var before = pool.Content.ToHashSet();
        var writesBefore = pool.Writes.Count();
        pool.AfterWrite = writes =>
        {
            if (writes - writesBefore == cancelAfter)
                cancellation.Cancel();
        };

        try
        {
            var result = await reconciler.ReconcileAsync(goal, progress: null, cancellation.Token);
            AssertTrue(result, before, pool.Content);
            return result;
        }
        catch (CarrierException)
        {
            Assert.Equal(before, pool.Content);
            return null;
        }
    }

    /// <summary>The report and the pool agree, number by number.</summary>
    private static void AssertTrue(PoolReconciliation result, HashSet<Msisdn> before, HashSet<Msisdn> content)
    {
        Assert.Equal(content.Except(result.Uncertain).Order(), result.Held.Except(result.Uncertain).Order());
        if (result.Stop is null && !result.Cancelled)
            Assert.Empty(result.Uncertain);

        Assert.Equal(result.Held.Except(before).Order(), result.Added);
        Assert.Equal(before.Except(result.Held).Order(), result.Removed);
        var plan = PoolPlan.Make(result.Goal, before);
        var accounted = result.Added.Concat(result.Removed)
            .Concat(result.AddFailures.Select(failure => failure.Number))
            .Concat(result.RemoveFailures.Select(failure => failure.Number))
            .Concat(result.NotAttempted)
            .Concat(result.Withheld);
        Assert.Equal(plan.Adds.Concat(plan.Removes).Order(), accounted.Order());
    }

    private static void AssertConverged(PoolCase @case, PoolGoal goal, ModelPool pool, PoolReconciliation last)
    {
        var unreachable = goal.Desired.Intersect(@case.NeverAddable).ToHashSet();
        Assert.Equal(unreachable, last.AddFailures.Select(failure => failure.Number).ToHashSet());
        Assert.Empty(last.RemoveFailures);
        Assert.Empty(last.NotAttempted);

        var reachable = goal.Desired.Except(unreachable).ToHashSet();
        Assert.Superset(reachable, pool.Content);
        if (goal.Authoritative && (reachable.Count > 0 || goal.Desired.Count == 0))
            Assert.Equal(reachable, pool.Content);
    }

    private static ModelPool Pool(PoolCase @case)
    {
        var faults = new Queue<PoolFault>(@case.Faults);
        return new ModelPool
        {
            Content = [.. Some.Numbers([.. @case.Content])],
            NotOwned = [.. Some.Numbers([.. @case.NotOwned])],
            Malformed = [.. @case.NeverAddable.Intersect(Some.Numbers([.. @case.Malformed]))],
            NamesMalformed = @case.NamesMalformed,
            LearnsOfAfter = Some.Numbers([.. @case.LearnedLate]).ToDictionary(number => number, _ => 3),
            Faults = _ => faults.TryDequeue(out var fault) ? fault : PoolFault.None,
        };
    }
}
