using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

public sealed class SharedReadTests : NumberTest
{
    private const int Many = 1000;

    protected override BenchOptions BenchOptions => new() { Carriers = new EmulatorOptions { VonageOwnedNumbers = 0 }, Parallel = 16 };

    [Theory]
    [InlineData(CarrierNames.Kpn, 12)]
    [InlineData(CarrierNames.Vonage, 12)]
    [InlineData(CarrierNames.Seven, 1)]
    public async Task A_refresh_of_a_thousand_numbers_lists_pages(string carrier, int most)
    {
        await RentAsync(carrier, Many);

        var refreshed = await Bench.RefreshAsync();

        Assert.Equal(Many, refreshed.Drift.Count);
        Assert.False(refreshed.HasChanges);
        Assert.InRange(Reads(carrier), 1, most);
    }

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task A_refresh_of_one_number_costs_one_request(string carrier)
    {
        await RentAsync(carrier, Many / 2, managed: 1);

        await Bench.RefreshAsync();

        Assert.Equal(1, Reads(carrier));
    }

    /// <summary>Puts rented numbers into the stack's state, and clears the log of requests.</summary>
    private async Task RentAsync(string carrier, int count, int? managed = null)
    {
        var numbers = Subscribe(carrier, count);
        await Bench.ImportAsync(Tokens.OwnedNumber, "number-0000", $"{carrier}/FR/{numbers[0]}");
        var state = Bench.State;
        var first = state.Find("number-0000")!;
        Bench.Engine.Save(state with
        {
            Resources =
            [
                .. state.Resources,
                .. numbers.Take(managed ?? count).Skip(1).Select((number, index) => first with
                {
                    Urn = Urn.Of(first.Urn.Stack, first.Urn.Project, first.Parent, first.Type, $"number-{index + 1:0000}"),
                    Id = first.Id.Replace(numbers[0], number, StringComparison.Ordinal),
                    Inputs = first.Inputs.With("number", number),
                    Outputs = first.Outputs.With("number", number),
                }),
            ],
        });
        Bench.Carriers.Requests.Clear();
    }

    private IReadOnlyList<string> Subscribe(string carrier, int count)
    {
        switch (carrier)
        {
            case CarrierNames.Kpn:
                return Bench.Carriers.Kpn.Account.SubscribeMany(count);
            case CarrierNames.Vonage:
                return Bench.Carriers.Vonage.Account.SubscribeMany(count);
            default:
                var offers = Enumerable.Range(0, count)
                    .Select(index => new StockNumber("FR", $"{33639980000 + index}", NumberType.MobileLvn, NumberFeatures.Sms, 1m)).ToList();
                Bench.Carriers.Seven.Activate(offers);
                return [.. offers.Select(offer => offer.Number)];
        }
    }

    private int Reads(string carrier) => Bench.Carriers.Requests.Count(carrier, Operations.ListOwned) + Bench.Carriers.Requests.Count(carrier, Operations.GetOwned);
}
