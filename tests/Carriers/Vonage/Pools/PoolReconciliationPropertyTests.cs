using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Carriers.Waiting;
using PulumiNumbers.Tests.Carriers.Doubles;
using Xunit.Abstractions;
using static PulumiNumbers.Tests.Carriers.Vonage.Pools.PoolTestData;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

/// <summary>What holds of a reconciliation whatever is declared, whatever the pool holds, and whatever carrier, competitors and user do meanwhile.</summary>
public sealed class PoolReconciliationPropertyTests(ITestOutputHelper output)
{
    private const int Universe = 140;

    // Beyond every wait of the reconciler, so that its listings may be wrong to the end.
    private static readonly int[] LagsInSeconds = [0, 0, 1, 5, 600];

    [Fact]
    public Task Reconciliation_WhateverHappens_ReportsTheTruthAndConverges() => PropertyCases.RunAsync(output, CheckAsync);

    private static async Task CheckAsync(Random random)
    {
        var time = new JumpingTime();
        var initial = Some(random, Universe);
        var notOwned = Some(random, 6).Except(initial).ToHashSet();
        var invalid = Some(random, 2).Except(initial).ToHashSet();
        var isTakeover = random.Next(2) == 0;
        var previous = isTakeover ? [] : Some(random, Universe);
        var desired = new DesiredPool { Pool = Address, Declared = Some(random, Universe), PreviouslyDeclared = previous, RemovesOthers = isTakeover };
        var maxRetries = random.Next(4) switch { 0 => 0, 1 => 1, _ => 4 };
        var faultRate = random.Next(3) * 0.3;
        var faults = Enum.GetValues<PoolFault>();
        var competes = random.Next(3) == 0;
        var pool = new PoolModel
        {
            Clock = time,
            Content = [.. initial],
            NotOwned = notOwned,
            Invalid = invalid,
            NamesInvalid = random.Next(2) == 0,
            RefusalsBeforeAccepted = Some(random, 5).ToDictionary(number => number, _ => random.Next(1, 4)),
            Lag = TimeSpan.FromSeconds(LagsInSeconds[random.Next(LagsInSeconds.Length)]),
            Faults = _ => random.NextDouble() < faultRate ? faults[random.Next(faults.Length)] : PoolFault.None,
        };
        var options = new PoolReconcilerOptions
        {
            MaxRetries = maxRetries,
            Parallelism = random.Next(1, 4),
            Backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4)),
            SubscriptionWait = TimeSpan.FromSeconds(random.Next(2) * 10),
        };
        var reconciler = new PoolReconciler(pool, new OwnedNumbersModel(), options, time);
        var foreign = new HashSet<PoolNumber>();
        if (competes)
        {
            pool.BeforeRequest = _ =>
            {
                // Numbers of another membership, which this one never declared.
                if (random.Next(4) != 0)
                    return;
                var number = Number(Universe + random.Next(5));
                foreign.Add(number);
                pool.Content.Add(number);
            };
        }

        for (var run = 0; run < 2; run++)
            await RunAsync(random, reconciler, pool, desired, options, mayCancel: run == 0, isExact: !competes && pool.Lag == TimeSpan.Zero);

        // The last run finds a carrier that works and shows the truth.
        pool.Faults = _ => PoolFault.None;
        pool.Lag = TimeSpan.Zero;
        pool.BeforeRequest = _ => { };
        pool.RefusalsBeforeAccepted.Clear();
        var last = await reconciler.ReconcileAsync(desired, progress: null, CancellationToken.None);

        var unreachable = desired.Declared.Where(number => notOwned.Contains(number) || invalid.Contains(number)).Except(previous).ToHashSet();
        Assert.Equal(unreachable.Order(), last.AddFailures.Select(failure => failure.Number).Order());
        Assert.Empty(last.RemoveFailures);
        Assert.Empty(last.NotAttempted);
        Assert.Equal(pool.Content.Order(), last.Held.Order());
        Assert.Superset(desired.Declared.Except(previous).Except(unreachable).ToHashSet(), pool.Content);
        if (!isTakeover)
            Assert.Superset(foreign, pool.Content);
        var leftovers = pool.Content.Where(number => !desired.Declared.Contains(number) && (isTakeover || previous.Contains(number))).ToHashSet();
        Assert.Equal(last.HeldBack.Order(), leftovers.Order());
        Assert.True(leftovers.Count <= unreachable.Count, "more removals were held back than additions failed");
    }

    private static async Task RunAsync(
        Random random, PoolReconciler reconciler, PoolModel pool, DesiredPool desired, PoolReconcilerOptions options, bool mayCancel, bool isExact)
    {
        using var cancellation = new CancellationTokenSource();
        var cancelAfter = mayCancel ? random.Next(6) : 0;
        var before = pool.Content.ToHashSet();
        var sentBefore = pool.Sent.Count;
        pool.AfterWrite = writes =>
        {
            if (writes - sentBefore == cancelAfter)
                cancellation.Cancel();
        };

        PoolReconciliation result;
        try
        {
            result = await reconciler.ReconcileAsync(desired, progress: null, cancellation.Token);
        }
        catch (CarrierException)
        {
            // The first listing failed: nothing was sent.
            Assert.Equal(sentBefore, pool.Sent.Count);
            return;
        }
        finally
        {
            pool.AfterWrite = _ => { };
        }

        AssertNothingElseWasTouched(pool, desired, sentBefore);
        if (isExact)
            AssertReportIsTrue(result, before, pool.Content);
        if (isExact && !cancellation.IsCancellationRequested)
            Assert.True(pool.Content.Count >= Math.Min(before.Count, TargetSize(desired, before)), "failed additions shrank the pool");
        if (options.MaxRetries == 0 && options.SubscriptionWait == TimeSpan.Zero && isExact && pool.Invalid.Count == 0)
            Assert.All(pool.Sent.Skip(sentBefore).SelectMany(sent => sent.Numbers).GroupBy(number => number), sends => Assert.Single(sends));
    }

    private static int TargetSize(DesiredPool desired, HashSet<PoolNumber> before)
    {
        var plan = PoolPlan.From(desired, before);
        return before.Count + plan.Adds.Count - plan.Removes.Count;
    }

    /// <summary>Only declared numbers are added, and only those are removed that the membership may remove.</summary>
    private static void AssertNothingElseWasTouched(PoolModel pool, DesiredPool desired, int sentBefore)
    {
        foreach (var (request, numbers) in pool.Sent.Skip(sentBefore))
        {
            if (request.StartsWith("add", StringComparison.Ordinal))
                Assert.All(numbers, number => Assert.True(desired.Declared.Contains(number) && !desired.PreviouslyDeclared.Contains(number)));
            else
                Assert.All(numbers, number => Assert.True(!desired.Declared.Contains(number) && (desired.RemovesOthers || desired.PreviouslyDeclared.Contains(number))));
        }
    }

    /// <summary>Report and pool agree, number by number, and every planned number is accounted for.</summary>
    private static void AssertReportIsTrue(PoolReconciliation result, HashSet<PoolNumber> before, HashSet<PoolNumber> content)
    {
        Assert.Equal(content.Except(result.Indeterminate).Order(), result.Held.Except(result.Indeterminate).Order());
        if (result.Stop is null && !result.Cancelled)
            Assert.Empty(result.Indeterminate);

        Assert.Equal(result.Held.Except(before).Order(), result.Added);
        Assert.Equal(before.Except(result.Held).Order(), result.Removed);
        var plan = PoolPlan.From(result.Desired, before);
        var accounted = result.Added.Concat(result.Removed)
            .Concat(result.AddFailures.Select(failure => failure.Number))
            .Concat(result.RemoveFailures.Select(failure => failure.Number))
            .Concat(result.NotAttempted)
            .Concat(result.HeldBack);
        Assert.Equal(plan.Adds.Concat(plan.Removes).Order(), accounted.Order());
    }

    private static HashSet<PoolNumber> Some(Random random, int most) =>
        [.. Enumerable.Range(0, random.Next(most + 1)).Select(_ => Number(random.Next(Universe)))];
}
