using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Coordination;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing;

public sealed class NumberBuyerTests : IDisposable
{
    private readonly JumpingTime _time = new();
    private readonly SharedMemories _memories = new();
    private readonly MemoryPurchaseJournal _journal = new();

    private NumberReservations Reservations => _memories.Get<NumberReservations>();

    public void Dispose() => _memories.Dispose();

    [Fact]
    public async Task The_first_suitable_offer_is_bought()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);

        var purchase = await BuyAsync(carrier, Any("a"));

        Assert.Equal(PurchaseOrigin.Bought, purchase.Origin);
        Assert.Equal(Some.Number(0), purchase.Number);
        Assert.Equal([Some.Number(0)], carrier.Sales);
        Assert.Equal(["search", "buy"], carrier.Requests);
    }

    [Fact]
    public async Task A_number_that_somebody_else_was_faster_to_buy_is_passed_over_for_the_next()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        carrier.IsSnatched = number => number == Some.Number(0);

        var purchase = await BuyAsync(carrier, Any("a"));

        Assert.Equal(Some.Number(1), purchase.Number);
        Assert.Equal("447700900000: the carrier's words (code 420, trace id trace-1)", Assert.Single(purchase.Rejected).ToString());
    }

    [Fact]
    public async Task When_every_offer_is_lost_the_error_lists_what_was_tried_and_why_each_failed()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        carrier.IsSnatched = _ => true;

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, Any("a")));

        Assert.Equal(PurchaseFailure.AllRefused, failure.Failure);
        Assert.Equal(3, failure.Tried.Count);
        Assert.StartsWith("model: none of 3 numbers could be bought: 447700900000: the carrier's words", failure.Message, StringComparison.Ordinal);
        Assert.Empty(carrier.Sales);
    }

    [Fact]
    public async Task A_search_does_not_go_on_for_ever()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 500);
        carrier.IsSnatched = _ => true;

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, Any("a"), new PurchasingOptions { MaxCandidates = 7 }));

        Assert.Equal(7, failure.Tried.Count);
        Assert.Equal(7, carrier.Requests.Count(request => request == "buy"));
    }

    [Fact]
    public async Task A_number_that_the_account_owns_is_neither_bought_again_nor_taken_over()
    {
        var carrier = ModelCarrier.Nexmo().Own(7);

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, This("a", 7)));

        Assert.Equal((PurchaseFailure.AlreadyOwned, Some.Number(7), "GB"), (failure.Failure, failure.Number, failure.Country));
        Assert.DoesNotContain("buy", carrier.Requests);
    }

    [Fact]
    public async Task A_number_that_is_not_on_offer_is_said_to_be_so()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, This("a", 7)));

        Assert.Equal("model: 447700900007 is not available", failure.Message);
    }

    [Fact]
    public async Task A_number_that_is_too_dear_is_not_bought()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 2, monthly: 3.5m).Offer(2, 1, monthly: 2.5m);
        var request = Any("a") with { Limits = new FeeLimits(Monthly: 2m) };

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, request));

        Assert.Equal(
            "model: 0 of 3 available numbers match (3 cost too much, the cheapest is 447700900002: its monthly fee is 2.50 EUR, and the limit is 2.00)",
            failure.Message);
        Assert.Empty(carrier.Sales);
    }

    [Fact]
    public async Task A_setup_fee_that_is_not_quoted_does_not_pass_a_limit()
    {
        var carrier = ModelCarrier.Seven().Offer(0, 1, setup: null).Offer(1, 1, setup: 5m);
        var request = Any("a") with { Limits = new FeeLimits(Setup: 5m) };

        Assert.Equal(Some.Number(1), (await BuyAsync(carrier, request)).Number);
    }

    [Fact]
    public async Task Type_and_features_are_held_against_every_offer()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 2);
        var request = Any("a") with { Criteria = new NumberCriteria { Country = "GB", Features = new HashSet<NumberFeature> { NumberFeature.Mms } } };

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, request));

        Assert.Equal("model: 0 of 2 available numbers match (2, for example 447700900000: missing feature Mms)", failure.Message);
    }

    [Theory]
    [InlineData(nameof(NumberFault.LostBeforeEffect), 2)]
    [InlineData(nameof(NumberFault.DownBeforeEffect), 2)]
    [InlineData(nameof(NumberFault.LostAfterEffect), 1)]
    [InlineData(nameof(NumberFault.DownAfterEffect), 1)]
    [InlineData(nameof(NumberFault.GarbledAfterEffect), 1)]
    public async Task After_a_lost_answer_the_carrier_is_asked_before_the_same_number_is_ordered_again(string fault, int orders)
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        carrier.LearnsOfSalesAfter = 3;
        carrier.Faults = Once("buy", Enum.Parse<NumberFault>(fault));

        var purchase = await BuyAsync(carrier, Any("a"));

        Assert.Equal(Some.Number(0), purchase.Number);
        Assert.Equal([Some.Number(0)], carrier.Sales);
        Assert.Equal(orders, carrier.Requests.Count(request => request == "buy"));
    }

    [Fact]
    public async Task When_the_carrier_cannot_be_asked_either_nothing_more_is_bought_and_the_number_is_named()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        var bought = false;
        carrier.Faults = request =>
        {
            if (bought)
                return NumberFault.DownBeforeEffect;
            bought = request == "buy";
            return bought ? NumberFault.LostAfterEffect : NumberFault.None;
        };

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, Any("a")));

        Assert.Equal((PurchaseFailure.IndeterminateOutcome, Some.Number(0), "GB"), (failure.Failure, failure.Number, failure.Country));
        Assert.Equal(1, carrier.Requests.Count(request => request == "buy"));
    }

    [Fact]
    public async Task A_number_that_may_have_been_bought_is_bought_for_nobody_else()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        carrier.Faults = request => request is "search" || carrier.Requests is ["search"] ? NumberFault.None : NumberFault.DownBeforeEffect;
        await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, Any("a")));
        carrier.Faults = _ => NumberFault.None;

        var other = await BuyAsync(carrier, Any("b"));

        Assert.Equal(Some.Number(1), other.Number);
    }

    [Fact]
    public async Task A_lost_order_and_then_not_available_means_that_the_lost_one_went_through()
    {
        // The sale becomes visible only after the first round of questions: the second order is refused because the first one counted.
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        carrier.LearnsOfSalesAfter = 9;
        carrier.Faults = Once("buy", NumberFault.LostAfterEffect);

        var purchase = await BuyAsync(carrier, Any("a"));

        Assert.Equal(Some.Number(0), purchase.Number);
        Assert.Equal([Some.Number(0)], carrier.Sales);
    }

    [Fact]
    public async Task Refusal_AfterALostAnswer_IsNeverAReasonToBuyAnother()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        carrier.LearnsOfSalesAfter = int.MaxValue;
        carrier.Faults = Once("buy", NumberFault.DownAfterEffect);

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, Any("a")));

        Assert.Equal((PurchaseFailure.IndeterminateOutcome, Some.Number(0)), (failure.Failure, failure.Number));
        Assert.Equal([Some.Number(0)], carrier.Sales);
        Assert.Equal(Some.Number(0), Assert.Single(_journal.Read("a", "model", "model-account")).Key.Number);
    }

    [Fact]
    public async Task InterruptedPurchase_IsTakenByTheNextCreationOfTheResource()
    {
        var carrier = ModelCarrier.Nexmo().Offer(1, 3).Own(0);
        _journal.Write("a", new JournalEntry("model-account", new NumberKey("model", Some.Number(0)), "GB", _time.GetUtcNow(), IsOrdered: true));

        var purchase = await BuyAsync(carrier, Any("a"));

        Assert.Equal((Some.Number(0), PurchaseOrigin.Recovered), (purchase.Number, purchase.Origin));
        Assert.Empty(carrier.Sales);
        Assert.Equal(Some.Number(1), (await BuyAsync(carrier, Any("b"))).Number);
    }

    [Fact]
    public async Task InterruptedPurchase_OfWhichNothingCame_IsCompletedWithTheSameNumber()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        _journal.Write("a", new JournalEntry("model-account", new NumberKey("model", Some.Number(2)), "GB", _time.GetUtcNow(), IsOrdered: true));

        var purchase = await BuyAsync(carrier, Any("a"));

        Assert.Equal(Some.Number(2), purchase.Number);
        Assert.Equal([Some.Number(2)], carrier.Sales);
    }

    [Fact]
    public async Task InterruptedPurchase_OfANumberThatIsNoLongerDeclared_IsNamedOnce()
    {
        var carrier = ModelCarrier.Nexmo().Offer(1, 3).Own(0);
        _journal.Write("a", new JournalEntry("model-account", new NumberKey("model", Some.Number(0)), "GB", _time.GetUtcNow(), IsOrdered: true));

        var failure = await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, This("a", 2)));

        Assert.Equal((PurchaseFailure.InterruptedPurchase, Some.Number(0)), (failure.Failure, failure.Number));
        Assert.Equal(Some.Number(2), (await BuyAsync(carrier, This("a", 2))).Number);
    }

    [Fact]
    public async Task JournalEntry_OfARefusedOrder_IsStruckOut()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 1);
        carrier.IsSnatched = _ => true;

        await Assert.ThrowsAsync<PurchaseException>(() => BuyAsync(carrier, Any("a")));

        Assert.Empty(_journal.Read("a", "model", "model-account"));
    }

    [Fact]
    public async Task Number_OfTheState_ThatIsMissingOnce_IsNotReplacedByAnother()
    {
        var carrier = ModelCarrier.Nexmo().Offer(1, 3).Own(0);
        Reservations.RecordState("a", new HeldNumber(new NumberKey("model", Some.Number(0)), "GB"), isCurrent: true);
        carrier.Hide(Some.Number(0), looks: 1);

        Assert.Equal(Some.Number(0), (await BuyAsync(carrier, Any("a"))).Number);
        Assert.Empty(carrier.Sales);
    }

    [Fact]
    public async Task A_failure_that_every_number_would_meet_ends_the_purchase()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        carrier.Faults = request => request == "buy" ? NumberFault.RateLimited : NumberFault.None;

        var failure = await Assert.ThrowsAsync<CarrierException>(() => BuyAsync(carrier, Any("a")));

        Assert.Equal(CarrierErrorKind.RateLimited, failure.Kind);
        Assert.Equal(1, carrier.Requests.Count(request => request == "buy"));
    }

    [Fact]
    public async Task A_cancellation_while_an_order_is_under_way_waits_for_its_answer()
    {
        using var cancellation = new CancellationTokenSource();
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        carrier.Before = request =>
        {
            if (request == "buy")
                cancellation.Cancel();
        };

        var purchase = await Buyer(carrier, time: TimeProvider.System).BuyAsync(Any("a"), cancellation.Token);

        Assert.Equal([purchase.Number], carrier.Sales);
    }

    [Fact]
    public async Task A_cancellation_before_the_order_buys_nothing()
    {
        using var cancellation = new CancellationTokenSource();
        var carrier = ModelCarrier.Nexmo().Offer(0, 3);
        carrier.Before = request =>
        {
            if (request == "search")
                cancellation.Cancel();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Buyer(carrier).BuyAsync(Any("a"), cancellation.Token));

        Assert.Empty(carrier.Sales);
    }

    [Fact]
    public async Task A_hundred_purchases_among_competitors_get_a_hundred_numbers_and_pay_for_no_other()
    {
        var carrier = ModelCarrier.Nexmo().Offer(0, 200);
        carrier.IsSnatched = number => (number.Digits[^1] - '0') % 3 == 0;
        var purchases = new Purchase[100];
        var buyer = Buyer(carrier);

        await Parallel.ForEachAsync(
            Enumerable.Range(0, 100),
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (index, token) => purchases[index] = await buyer.BuyAsync(Any($"holder-{index}"), token));

        var had = purchases.Select(purchase => purchase.Number).Order().ToList();
        Assert.Equal(100, had.Distinct().Count());
        Assert.Equal(had, carrier.Sales.Order());
        Assert.Equal(had, carrier.Owned.Keys.Order());
        Assert.InRange(carrier.Requests.Count(request => request == "search"), 1, 3);
    }

    [Fact]
    public async Task Quotations_side_by_side_name_different_numbers_and_buy_none()
    {
        var carrier = ModelCarrier.Seven().Offer(0, 3, monthly: 1.25m, setup: 10m);

        var buyer = Buyer(carrier);
        var first = await buyer.QuoteAsync(Any("a"), CancellationToken.None);
        var second = await buyer.QuoteAsync(Any("b"), CancellationToken.None);

        Assert.Equal("447700900000 (GB) from model: 10.00 EUR once, 1.25 EUR a month", first.ToString());
        Assert.Equal(Some.Number(1), second.Number);
        Assert.Empty(carrier.Sales);
    }

    [Fact]
    public async Task A_quotation_for_a_number_that_the_holder_has_already_costs_nothing()
    {
        var carrier = ModelCarrier.Nexmo().Own(7);
        Reservations.RecordState("a", new HeldNumber(new NumberKey("model", Some.Number(7))), isCurrent: true);

        var quote = await Buyer(carrier).QuoteAsync(This("a", 7), CancellationToken.None);

        Assert.Equal("447700900007 (GB) from model: kept, no charge", quote.ToString());
    }

    private static PurchaseRequest Any(string holder) => new() { Urn = holder, Criteria = new NumberCriteria { Country = "GB" } };

    private static PurchaseRequest This(string holder, int index) => Any(holder) with { Number = Some.Number(index) };

    private static Func<string, NumberFault> Once(string request, NumberFault fault)
    {
        var due = true;
        return actual =>
        {
            if (actual != request || !due)
                return NumberFault.None;
            due = false;
            return fault;
        };
    }

    private NumberBuyer Buyer(ModelCarrier carrier, PurchasingOptions? options = null, TimeProvider? time = null) => new(
        carrier, Reservations, _journal, new AbsenceCheck(carrier, new FreshListing(carrier), options ?? new(), time ?? _time), options ?? new(), time ?? _time);

    private Task<Purchase> BuyAsync(ModelCarrier carrier, PurchaseRequest request, PurchasingOptions? options = null) =>
        Buyer(carrier, options).BuyAsync(request, CancellationToken.None);
}
