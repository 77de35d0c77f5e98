using PulumiNumbers.Carriers.Coordination;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Purchasing;

/// <summary>Buying and giving back over HTTP, against carriers that keep books.</summary>
public sealed class EmulatedPurchaseTests : EmulatedCarriers, IDisposable
{
    private readonly JumpingTime _time = new();
    private readonly SharedMemories _memories = new();
    private readonly MemoryPurchaseJournal _journal = new();

    protected override EmulatorOptions Options { get; } = new() { VonageOwnedNumbers = 0 };

    public static TheoryData<string, FaultKind> LostAnswers()
    {
        var cases = new TheoryData<string, FaultKind>();
        foreach (var carrier in new[] { "kpn", "vonage", "seven" })
        {
            foreach (var kind in new[] { FaultKind.ResetBefore, FaultKind.ResetAfter, FaultKind.Malformed, FaultKind.Html, FaultKind.Garbage, FaultKind.Truncated })
                cases.Add(carrier, kind);
        }

        return cases;
    }

    public void Dispose() => _memories.Dispose();

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task A_lost_answer_never_costs_a_second_number_nor_loses_one(string name, FaultKind kind)
    {
        var carrier = Carrier(name);
        Server.Faults.Add(new FaultRule { Kind = kind, Operation = Operations.Buy, Times = 1 });
        Server.Faults.Add(new FaultRule { Kind = kind, Operation = Operations.Cancel, Times = 1 });

        var purchase = await BuyAsync(carrier, "a");
        Assert.Equal([purchase.Number.Digits], Server.Ledger.Purchases().Select(entry => entry.Number));
        Assert.NotNull(await carrier.FindOwnedAsync(purchase.Country, purchase.Number, CancellationToken.None));

        var release = await ReleaseAsync(carrier, purchase, immediately: true);
        Assert.Equal(ReleaseOutcome.Released, release.Outcome);
        Assert.Equal([purchase.Number.Digits], Server.Ledger.Releases().Select(entry => entry.Number));
    }

    [Theory]
    [InlineData("kpn")]
    [InlineData("vonage")]
    [InlineData("seven")]
    public async Task A_hundred_purchases_among_competitors_get_a_hundred_numbers(string name)
    {
        var carrier = Carrier(name);
        var buyer = Buyer(carrier);
        var competitors = name switch { "kpn" => Server.Kpn.Competitors, "vonage" => Server.Vonage.Competitors, _ => Server.Seven.Competitors };
        competitors.SnatchEvery(3);
        var had = new string[100];

        await Parallel.ForEachAsync(
            Enumerable.Range(0, had.Length),
            new ParallelOptions { MaxDegreeOfParallelism = 32 },
            async (index, _) => had[index] = (await BuyAsync(carrier, $"holder-{index:000}", buyer)).Number.Digits);

        Assert.NotEmpty(competitors.Snatched);
        Assert.Equal(had.Length, had.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(had.Order(StringComparer.Ordinal), Server.Ledger.Purchases().Select(entry => entry.Number).Order(StringComparer.Ordinal));
        Assert.Empty(Server.Ledger.Releases());
    }

    [Fact]
    public async Task A_number_cancelled_at_seven_runs_until_the_date_that_is_reported()
    {
        var carrier = Seven();
        var purchase = await BuyAsync(carrier, "a");

        var release = await ReleaseAsync(carrier, purchase, immediately: false);

        Assert.Equal(ReleaseOutcome.Ending, release.Outcome);
        Assert.NotNull(release.Expires);
    }

    private INumberCarrier Carrier(string name) => name switch
    {
        "kpn" => Kpn(),
        "vonage" => VonageNumbers(),
        _ => Seven(),
    };

    private NumberBuyer Buyer(INumberCarrier carrier) => new(
        carrier, _memories.Get<NumberReservations>(), _journal, new AbsenceCheck(carrier, new FreshListing(carrier), new PurchasingOptions(), _time), new PurchasingOptions(), _time);

    private Task<Release> ReleaseAsync(INumberCarrier carrier, Purchase purchase, bool immediately)
    {
        _memories.Begin(log: null);
        return new NumberReleaser(
            carrier, _memories.Get<NumberReservations>(), _journal, new AbsenceCheck(carrier, new FreshListing(carrier), new PurchasingOptions(), _time), new PurchasingOptions(), _time)
            .ReleaseAsync(
                new ReleaseRequest("a", new HeldNumber(new NumberKey(carrier.Name, purchase.Number), purchase.Country), "", immediately), CancellationToken.None);
    }

    private Task<Purchase> BuyAsync(INumberCarrier carrier, string urn, NumberBuyer? buyer = null) => (buyer ?? Buyer(carrier)).BuyAsync(
        new PurchaseRequest
        {
            Urn = urn,
            Criteria = new NumberCriteria
            {
                Country = carrier.Capabilities.RequiresCountry ? "GB" : null,
                Features = new HashSet<NumberFeature> { NumberFeature.Sms },
            },
        },
        CancellationToken.None);
}
