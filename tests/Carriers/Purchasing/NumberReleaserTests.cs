using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Coordination;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing;

public sealed class NumberReleaserTests : IDisposable
{
    private static readonly DateTimeOffset PeriodEnd = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly JumpingTime _time = new();
    private readonly SharedMemories _memories = new();

    public void Dispose() => _memories.Dispose();

    [Fact]
    public async Task A_number_is_given_back_with_one_request()
    {
        var carrier = ModelCarrier.Nexmo().Own(1);

        Assert.Equal(new Release(ReleaseOutcome.Released), await ReleaseAsync(carrier));
        Assert.Empty(carrier.Owned);
        Assert.Equal(["cancel"], carrier.Requests);
    }

    [Fact]
    public async Task A_number_that_is_gone_already_is_done()
    {
        Assert.Equal(new Release(ReleaseOutcome.AlreadyGone), await ReleaseAsync(ModelCarrier.Nexmo()));
        Assert.Equal(new Release(ReleaseOutcome.AlreadyGone), await ReleaseAsync(ModelCarrier.Seven()));
    }

    [Fact]
    public async Task A_number_cancelled_for_the_end_of_its_period_is_reported_with_its_date()
    {
        Assert.Equal(new Release(ReleaseOutcome.Ending, PeriodEnd), await ReleaseAsync(ModelCarrier.Seven().Own(1)));
    }

    [Fact]
    public async Task A_number_that_is_cancelled_already_is_not_cancelled_again()
    {
        var carrier = ModelCarrier.Seven().Own(1, expires: PeriodEnd);

        Assert.Equal(new Release(ReleaseOutcome.Ending, PeriodEnd), await ReleaseAsync(carrier));
        Assert.Equal(["find"], carrier.Requests);
    }

    [Fact]
    public async Task A_number_that_was_to_end_later_can_be_ended_at_once()
    {
        var carrier = ModelCarrier.Seven().Own(1, expires: PeriodEnd);

        Assert.Equal(new Release(ReleaseOutcome.Released), await ReleaseAsync(carrier, immediately: true));
        Assert.Empty(carrier.Owned);
    }

    [Theory]
    [InlineData(nameof(NumberFault.LostBeforeEffect), 2)]
    [InlineData(nameof(NumberFault.DownBeforeEffect), 2)]
    [InlineData(nameof(NumberFault.LostAfterEffect), 2)]
    [InlineData(nameof(NumberFault.GarbledAfterEffect), 2)]
    public async Task Cancellation_AfterALostAnswer_IsRepeatedUntilTheCarrierAnswers(string fault, int cancellations)
    {
        var carrier = ModelCarrier.Nexmo().Own(1);
        var due = true;
        carrier.Faults = request => request == "cancel" && due && !(due = false) ? Enum.Parse<NumberFault>(fault) : NumberFault.None;

        Assert.Equal(new Release(ReleaseOutcome.Released), await ReleaseAsync(carrier));
        Assert.Equal(cancellations, carrier.Requests.Count(request => request == "cancel"));
    }

    [Fact]
    public async Task When_nobody_can_say_what_became_of_it_the_release_fails_and_can_be_repeated()
    {
        var carrier = ModelCarrier.Nexmo().Own(1);
        carrier.Faults = _ => NumberFault.DownAfterEffect;
        await Assert.ThrowsAsync<CarrierException>(() => ReleaseAsync(carrier));

        carrier.Faults = _ => NumberFault.None;

        Assert.Equal(new Release(ReleaseOutcome.AlreadyGone), await ReleaseAsync(carrier));
    }

    private Task<Release> ReleaseAsync(ModelCarrier carrier, bool immediately = false) =>
        new NumberReleaser(
            carrier, _memories.Get<NumberReservations>(), new MemoryPurchaseJournal(), new AbsenceCheck(carrier, new FreshListing(carrier), new PurchasingOptions(), _time), new PurchasingOptions(), _time)
            .ReleaseAsync(
                new ReleaseRequest("a", new HeldNumber(new NumberKey("model", Some.Number(1)), "GB"), "GB", immediately), CancellationToken.None);
}
