using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing;

/// <summary>What becomes of numbers when their holders are created, replaced, renamed and deleted, in the orders in which an engine does so.</summary>
public sealed class NumberClaimsTests
{
    private readonly ModelCarrier _carrier = ModelCarrier.Nexmo().Own(1).Own(2).Offer(10, 5);
    private readonly NumberClaims _claims = new();
    private readonly JumpingTime _time = new();

    [Fact]
    public async Task A_holder_that_is_replaced_with_the_same_number_keeps_it()
    {
        Check("a", Some.Number(1));
        Diff("a", 1);

        var purchase = await CreateAsync("a", Some.Number(1));
        var release = await DeleteAsync("a", 1);

        Assert.False(purchase.Bought);
        Assert.Equal(new Release(ReleaseOutcome.Kept, Keeper: "a"), release);
        Assert.Contains(Some.Number(1), _carrier.Owned.Keys);
    }

    [Fact]
    public async Task A_holder_that_is_replaced_without_naming_a_number_keeps_the_one_it_has()
    {
        Check("a", number: null);
        Diff("a", 1);

        var purchase = await CreateAsync("a", number: null);
        var release = await DeleteAsync("a", 1);

        Assert.Equal((Some.Number(1), false), (purchase.Number, purchase.Bought));
        Assert.Equal(ReleaseOutcome.Kept, release.Outcome);
        Assert.Empty(_carrier.Sales);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_holder_that_is_deleted_before_it_is_replaced_keeps_its_number(bool namesIt)
    {
        Msisdn? number = namesIt ? Some.Number(1) : null;
        Check("a", number);
        Diff("a", 1);

        var release = await DeleteAsync("a", 1);
        var purchase = await CreateAsync("a", number);

        Assert.Equal(ReleaseOutcome.Kept, release.Outcome);
        Assert.Equal((Some.Number(1), false), (purchase.Number, purchase.Bought));
        Assert.Empty(_carrier.Sales);
    }

    [Fact]
    public async Task Once_replaced_a_holder_can_be_deleted_for_good()
    {
        Check("a", Some.Number(1));
        Diff("a", 1);
        await CreateAsync("a", Some.Number(1));
        await DeleteAsync("a", 1);

        Assert.Equal(ReleaseOutcome.Released, (await DeleteAsync("a", 1)).Outcome);
    }

    [Fact]
    public async Task A_holder_that_was_created_in_this_run_can_be_deleted_in_it()
    {
        Check("a", number: null);
        var purchase = await CreateAsync("a", number: null);

        Assert.True(purchase.Bought);
        Assert.Equal(ReleaseOutcome.Released, (await DeleteAsync("a", purchase.Number)).Outcome);
    }

    [Fact]
    public async Task A_holder_whose_number_changes_gives_the_old_one_back()
    {
        Check("a", Some.Number(10));
        Diff("a", 1);

        Assert.True((await CreateAsync("a", Some.Number(10))).Bought);
        Assert.Equal(ReleaseOutcome.Released, (await DeleteAsync("a", 1)).Outcome);
        Assert.Equal([Some.Number(2), Some.Number(10)], _carrier.Owned.Keys.Order());
    }

    [Fact]
    public async Task A_holder_whose_number_was_cancelled_elsewhere_buys_another()
    {
        Check("a", number: null);
        Diff("a", 3);

        Assert.True((await CreateAsync("a", number: null)).Bought);
        Assert.Equal(ReleaseOutcome.AlreadyGone, (await DeleteAsync("a", 3)).Outcome);
    }

    [Fact]
    public async Task Two_holders_that_swap_their_numbers_lose_neither()
    {
        Check("a", Some.Number(2));
        Diff("a", 1);
        Check("b", Some.Number(1));
        Diff("b", 2);

        await CreateAsync("a", Some.Number(2));
        await CreateAsync("b", Some.Number(1));

        Assert.Equal(new Release(ReleaseOutcome.Kept, Keeper: "b"), await DeleteAsync("a", 1));
        Assert.Equal(new Release(ReleaseOutcome.Kept, Keeper: "a"), await DeleteAsync("b", 2));
        Assert.Empty(_carrier.Sales);
        Assert.Equal([Some.Number(1), Some.Number(2)], _carrier.Owned.Keys.Order());
    }

    [Fact]
    public async Task A_holder_that_takes_over_waits_for_the_other_to_become_known()
    {
        Check("a", Some.Number(2));
        Diff("a", 1);
        var late = new NumberBuyer(_carrier, _claims, new PurchasingOptions { HolderWait = TimeSpan.FromMinutes(5) }, TimeProvider.System);
        var create = late.BuyAsync(Request("a", Some.Number(2)), CancellationToken.None);
        Assert.False(create.IsCompleted);

        Check("b", Some.Number(1));
        Diff("b", 2);

        Assert.False((await create).Bought);
    }

    [Fact]
    public async Task A_number_that_moves_to_a_new_holder_survives_the_deletion_of_the_old_one()
    {
        Diff("old", 1);
        Check("new", Some.Number(1));

        Assert.False((await CreateAsync("new", Some.Number(1))).Bought);
        Assert.Equal(new Release(ReleaseOutcome.Kept, Keeper: "new"), await DeleteAsync("old", 1));
    }

    [Fact]
    public async Task A_number_whose_old_holder_is_deleted_first_is_kept_for_the_new_one()
    {
        Check("new", Some.Number(1));

        Assert.Equal(new Release(ReleaseOutcome.Kept, Keeper: "new"), await DeleteAsync("old", 1));
        Assert.False((await CreateAsync("new", Some.Number(1))).Bought);
    }

    [Fact]
    public async Task A_number_that_was_imported_under_a_new_name_survives_the_deletion_of_the_old_one()
    {
        Check("new", Some.Number(1));
        Diff("new", 1);

        Assert.Equal(new Release(ReleaseOutcome.Kept, Keeper: "new"), await DeleteAsync("old", 1));
    }

    [Fact]
    public async Task A_number_that_its_holder_keeps_is_not_taken_over()
    {
        Check("a", Some.Number(1));
        Diff("a", 1);

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => CreateAsync("b", Some.Number(1)));

        Assert.Equal(PurchaseFailure.Contested, failure.Failure);
    }

    [Fact]
    public void Two_holders_that_name_the_same_number_are_told_so()
    {
        Check("a", Some.Number(10));
        Check("b", Some.Number(10));

        Assert.Equal("a", _claims.AlsoWantedBy("b", Key(Some.Number(10))));
        Assert.Null(_claims.AlsoWantedBy("b", Key(Some.Number(11))));
    }

    [Fact]
    public async Task A_leftover_of_an_earlier_run_is_given_back_although_its_holder_lives_on()
    {
        Check("a", number: null);
        Diff("a", 2);

        Assert.Equal(ReleaseOutcome.Released, (await DeleteAsync("a", 1)).Outcome);
        Assert.Equal([Some.Number(2)], _carrier.Owned.Keys);
    }

    [Fact]
    public async Task A_number_on_its_way_back_to_the_carrier_is_not_taken_over()
    {
        Diff("a", 1);
        Assert.True(_claims.TryBeginRelease("a", Key(Some.Number(1)), out _));

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => CreateAsync("b", Some.Number(1)));

        Assert.Equal(PurchaseFailure.Contested, failure.Failure);
    }

    private static NumberKey Key(Msisdn number) => new("model", number);

    private static PurchaseRequest Request(string holder, Msisdn? number) => new()
    {
        Holder = holder,
        Number = number,
        Criteria = new NumberCriteria { Country = "GB" },
    };

    private void Check(string holder, Msisdn? number) => _claims.Want(holder, "model", number);

    private void Diff(string holder, int index) => _claims.Hold(holder, Key(Some.Number(index)));

    private Task<Purchase> CreateAsync(string holder, Msisdn? number) =>
        new NumberBuyer(_carrier, _claims, new PurchasingOptions(), _time).BuyAsync(Request(holder, number), CancellationToken.None);

    private Task<Release> DeleteAsync(string holder, int index) => DeleteAsync(holder, Some.Number(index));

    private Task<Release> DeleteAsync(string holder, Msisdn number) =>
        new NumberReleaser(_carrier, _claims, new PurchasingOptions(), _time)
            .ReleaseAsync(new ReleaseRequest(holder, "GB", number), CancellationToken.None);
}
