using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorInventoryTests : EmulatorTest
{
    private NumberStock[] Stocks => [Server.Vonage.Stock, Server.Kpn.Stock, Server.Seven.Stock];

    [Fact]
    public void The_carriers_sell_some_thousand_numbers_in_several_countries_and_none_twice()
    {
        var all = Stocks.SelectMany(stock => stock.Available).ToList();

        Assert.InRange(all.Count, 5_000, 10_000);
        Assert.Equal(all.Count, all.DistinctBy(number => number.Number).Count());
        Assert.Superset(new HashSet<string> { "GB", "NL", "DE", "DK", "US", "SE" }, all.Select(number => number.Country).ToHashSet());
        Assert.All(all, number => Assert.Matches("^[0-9]{7,15}$", number.Number));
    }

    [Fact]
    public async Task The_inventory_is_the_same_in_every_emulator()
    {
        await using var other = await EmulatorServer.StartAsync();

        Assert.Equal(Server.Vonage.Stock.Available, other.Vonage.Stock.Available);
    }

    [Fact]
    public void Vonage_rents_its_first_numbers_from_the_start()
    {
        var numbers = Server.Vonage.Account.Numbers.Select(number => number.Msisdn).ToList();

        Assert.Equal((200, "447700900000", "447700900199"), (numbers.Count, numbers[0], numbers[^1]));
        Assert.Empty(Server.Billing.Entries);
    }

    [Fact]
    public void Ten_thousand_numbers_can_be_rented_at_once()
    {
        var numbers = Server.Vonage.Account.SubscribeMany(10_000);

        Assert.Equal(10_000, numbers.Distinct().Count());
        Assert.All(numbers, number => Assert.NotNull(Server.Vonage.Account.Find(number)));
    }

    [Fact]
    public async Task A_cancelled_number_is_for_sale_again_unless_it_is_quarantined()
    {
        await using var strict = await EmulatorServer.StartAsync(new EmulatorOptions { Behavior = new() { ReleasedNumbers = ReleasedNumbers.Quarantined } });

        Server.Vonage.Account.Cancel("447700900000");
        strict.Vonage.Account.Cancel("447700900000");

        Assert.NotNull(Server.Vonage.Stock.Find("447700900000"));
        Assert.Null(strict.Vonage.Stock.Find("447700900000"));
    }

    [Fact]
    public void Numbers_can_be_put_on_offer()
    {
        var offered = new StockNumber("AU", "61491570006", NumberType.MobileLvn, NumberFeatures.Sms, 4m);
        Server.Kpn.Stock.Offer(offered);

        Assert.Equal(offered, Server.Kpn.Stock.Find("61491570006"));
        Assert.Contains(offered, Server.Kpn.Stock.Available);
    }
}

public sealed class EmulatorCompetitorTests : EmulatorTest
{
    [Fact]
    public async Task Every_third_number_is_gone_just_before_it_is_bought_however_parallel_the_buyers_are()
    {
        Server.Kpn.Competitors.SnatchEvery(3);
        var kpn = await KpnAsync();
        var wanted = Server.Kpn.Stock.Available.Where(number => number is { Country: "GB", Type: NumberType.MobileLvn }).Take(30).ToList();

        var responses = await Task.WhenAll(wanted.Select(number =>
            kpn.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", number.Number))));

        Assert.Equal(10, responses.Count(response => (string?)response.Json["error-code"] == "420"));
        Assert.Equal(20, Server.Kpn.Account.Numbers.Count);
        Assert.Equal(20, Server.Billing.Purchases().Count);
        Assert.Equal(10, Server.Kpn.Competitors.Snatched.Count);
        Assert.All(Server.Kpn.Competitors.Snatched, number => Assert.Null(Server.Kpn.Stock.Find(number)));
    }

    [Fact]
    public async Task ShownNumber_MayBeTakenBeforeItIsOrdered()
    {
        Server.Seven.Competitors.SnatchEvery(2, CompetitorMoment.AfterSearch);

        var shown = (await Seven.GetAsync("/numbers/available?country=SE")).Json["availableNumbers"]!.AsArray();
        var order = await Seven.PostJsonAsync("/numbers/order", $$"""{"number":"{{(string)shown[1]!["number"]!}}"}""");

        Assert.Equal(shown.Count / 2, Server.Seven.Competitors.Snatched.Count);
        Assert.False((bool)order.Json["success"]!);
        Assert.True((bool)(await Seven.PostJsonAsync("/numbers/order", $$"""{"number":"{{(string)shown[0]!["number"]!}}"}""")).Json["success"]!);
    }
}
