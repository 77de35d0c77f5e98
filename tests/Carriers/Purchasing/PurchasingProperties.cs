using System.Collections.Concurrent;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing;

/// <summary>What holds of buying and giving back whatever the market, the competitors and the carrier's moods.</summary>
public sealed class PurchasingProperties
{
    [Fact]
    public void What_was_paid_for_is_owned_and_reported_and_never_one_number_too_many() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20_260_102, 5),
            Prop.ForAll(PurchaseCase.Any, BuyAsync));

    [Fact]
    public void What_was_given_back_is_gone_after_one_more_run_at_most() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20_260_103, 5),
            Prop.ForAll(PurchaseCase.Any, ReleaseAsync));

    private static async Task BuyAsync(PurchaseCase @case)
    {
        var carrier = Carrier(@case).Offer(0, @case.Offers);
        var buyer = new NumberBuyer(carrier, new NumberClaims(), new PurchasingOptions(), new JumpingTime());
        var reported = new ConcurrentBag<Msisdn>();
        var doubtful = new ConcurrentBag<Msisdn>();

        await EachAsync(@case, @case.Buyers, async index =>
        {
            try
            {
                var purchase = await buyer.BuyAsync(Request(@case, index), CancellationToken.None);
                Assert.True(purchase.Bought);
                reported.Add(purchase.Number);
            }
            catch (PurchaseException failure) when (failure.Failure == PurchaseFailure.OutcomeUnknown)
            {
                doubtful.Add(failure.Number!.Value);
            }
            catch (Exception failure) when (failure is PurchaseException or CarrierException)
            {
                // Nothing was bought for this buyer: the sums below tell.
            }
        });

        Assert.Equal(reported.Distinct().Count(), reported.Count);
        Assert.Equal(carrier.Owned.Keys.Order(), carrier.Sales.Order());
        Assert.Subset(carrier.Owned.Keys.ToHashSet(), reported.ToHashSet());
        Assert.Subset(doubtful.ToHashSet(), carrier.Owned.Keys.Except(reported).ToHashSet());
    }

    private static async Task ReleaseAsync(PurchaseCase @case)
    {
        var carrier = Carrier(@case);
        for (var index = 0; index < @case.Buyers; index++)
            carrier.Own(index);
        carrier.Own(99);

        for (var run = 1; run <= 2; run++)
        {
            var releaser = new NumberReleaser(carrier, new NumberClaims(), new PurchasingOptions(), new JumpingTime());
            if (run == 2)
                carrier.Faults = _ => NumberFault.None;
            await EachAsync(@case, @case.Buyers, async index =>
            {
                try
                {
                    var release = await releaser.ReleaseAsync(
                        new ReleaseRequest(Holder(index), "GB", Some.Number(index)), CancellationToken.None);
                    Assert.NotEqual(ReleaseOutcome.Kept, release.Outcome);
                    Assert.False(carrier.Owns(Some.Number(index)));
                }
                catch (CarrierException) when (run == 1)
                {
                    // To be repeated.
                }
            });
        }

        Assert.Equal([Some.Number(99)], carrier.Owned.Keys);
    }

    private static ModelCarrier Carrier(PurchaseCase @case)
    {
        var writes = new Queue<NumberFault>(@case.WriteFaults);
        var reads = new Queue<NumberFault>(@case.ReadFaults);
        var snatched = @case.Snatched.Select(Some.Number).ToHashSet();
        var carrier = ModelCarrier.Nexmo();
        carrier.IsSnatched = snatched.Contains;
        carrier.LearnsOfSalesAfter = @case.LearnsOfSalesAfter;
        carrier.Faults = request => (request is "buy" or "cancel" ? writes : reads).TryDequeue(out var fault) ? fault : NumberFault.None;
        return carrier;
    }

    private static PurchaseRequest Request(PurchaseCase @case, int index) => new()
    {
        Holder = Holder(index),
        Number = index < @case.ByName.Count ? Some.Number(@case.ByName[index]) : null,
        Criteria = new NumberCriteria { Country = "GB" },
    };

    private static string Holder(int index) => string.Create(CultureInfo.InvariantCulture, $"holder-{index}");

    private static Task EachAsync(PurchaseCase @case, int count, Func<int, Task> act) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = @case.Parallelism },
        async (index, _) => await act(index));
}
