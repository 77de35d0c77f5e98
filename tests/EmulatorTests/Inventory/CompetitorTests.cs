using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.Inventory;

public sealed class CompetitorTests : EmulatorTest
{
    [Fact]
    public async Task Every_third_number_is_gone_just_before_it_is_bought_however_parallel_the_buyers_are()
    {
        Server.Kpn.Competitors.SnatchEvery(3);
        var kpn = await KpnAsync();
        var wanted = Server.Kpn.Stock.Available.Where(number => number is { Country: "GB", Type: NumberType.MobileLvn }).Take(30).ToList();

        var answers = await Task.WhenAll(wanted.Select(number =>
            kpn.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", number.Number))));

        Assert.Equal(10, answers.Count(answer => (string?)answer.Json["error-code"] == "420"));
        Assert.Equal(20, Server.Kpn.Account.Numbers.Count);
        Assert.Equal(20, Server.Ledger.Purchases().Count);
        Assert.Equal(10, Server.Kpn.Competitors.Snatched.Count);
        Assert.All(Server.Kpn.Competitors.Snatched, number => Assert.Null(Server.Kpn.Stock.Find(number)));
    }

    [Fact]
    public async Task A_number_that_was_shown_may_be_gone_when_asked_for()
    {
        Server.Seven.Competitors.SnatchEvery(2, CompetitorMoment.AfterSearch);

        var shown = (await Seven.GetAsync("/numbers/available?country=SE")).Json["availableNumbers"]!.AsArray();
        var order = await Seven.PostJsonAsync("/numbers/order", $$"""{"number":"{{(string)shown[1]!["number"]!}}"}""");

        Assert.Equal(shown.Count / 2, Server.Seven.Competitors.Snatched.Count);
        Assert.False((bool)order.Json["success"]!);
        Assert.True((bool)(await Seven.PostJsonAsync("/numbers/order", $$"""{"number":"{{(string)shown[0]!["number"]!}}"}""")).Json["success"]!);
    }
}
