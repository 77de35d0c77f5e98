using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Reads;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Reads;

/// <summary>What a refresh of many numbers costs over HTTP.</summary>
public sealed class EmulatedSharedReadTests : EmulatedCarriers
{
    protected override EmulatorOptions Options { get; } = new() { VonageOwnedNumbers = 0 };

    [Fact]
    public async Task A_refresh_of_a_thousand_numbers_costs_a_dozen_list_requests_at_kpn_and_vonage()
    {
        await RefreshAsync(Kpn(), Server.Kpn.Account.SubscribeMany(1_000));
        Assert.InRange(Count(Operations.ListOwned), 10, 12);

        Server.Requests.Clear();
        await RefreshAsync(VonageNumbers(), Server.Vonage.Account.SubscribeMany(1_000));
        Assert.InRange(Count(Operations.ListOwned), 10, 12);
    }

    [Fact]
    public async Task A_refresh_of_all_numbers_costs_one_request_at_seven()
    {
        StockNumber[] stock = [.. Server.Seven.Stock.Available.Take(1_000)];
        Server.Seven.Activate(stock);

        await RefreshAsync(Seven(), [.. stock.Select(number => number.Number)]);

        Assert.Equal((1, 0), (Count(Operations.ListOwned), Count(Operations.GetOwned)));
    }

    [Fact]
    public async Task A_refresh_of_one_number_costs_one_request()
    {
        var numbers = Server.Kpn.Account.SubscribeMany(1_000);

        await RefreshAsync(Kpn(), [numbers[500]]);

        Assert.Equal(1, Count(Operations.ListOwned));
    }

    private static async Task RefreshAsync(INumberCarrier carrier, IReadOnlyList<string> numbers)
    {
        var shared = new SharedListing<Msisdn, OwnedNumber>(new OwnedNumbersSource(carrier), new SharedListingOptions(), TimeProvider.System);
        await Parallel.ForEachAsync(
            numbers,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, token) => Assert.NotNull(await shared.FindAsync(Msisdn.Parse(number), token)));
    }
}
