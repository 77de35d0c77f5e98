using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

public sealed class CompetitionTests : NumberTest
{
    private const int Count = 100;

    protected override BenchOptions BenchOptions => new() { Carriers = new EmulatorOptions { VonageOwnedNumbers = 0 }, Parallel = 32 };

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task A_hundred_numbers_bought_at_once_by_the_same_criteria_are_a_hundred_numbers_paid_once(string carrier)
    {
        var market = Market.Of(carrier);
        Bench.Carriers.Vonage.Competitors.SnatchEvery(3);
        Bench.Carriers.Kpn.Competitors.SnatchEvery(3);
        Bench.Carriers.Seven.Competitors.SnatchEvery(3);

        await Bench.UpAsync(Together([.. Enumerable.Range(0, Count).Select(index => ($"number-{index:000}", market.Any))]));

        var saved = Bench.State.Resources.Where(resource => resource.Type == Tokens.OwnedNumber)
            .Select(resource => resource.Outputs["number"].AsString).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(Count, saved.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(saved, market.Rented(Bench.Carriers));
        Assert.Equal(saved, Bench.Carriers.Ledger.Entries.Select(entry => entry.Number).Order(StringComparer.Ordinal));
        Assert.NotEmpty(Snatched(carrier));
    }

    private IReadOnlyList<string> Snatched(string carrier) => carrier switch
    {
        CarrierNames.Kpn => Bench.Carriers.Kpn.Competitors.Snatched,
        CarrierNames.Vonage => Bench.Carriers.Vonage.Competitors.Snatched,
        _ => Bench.Carriers.Seven.Competitors.Snatched,
    };
}
