using Grpc.Core;
using PulumiNumbers.Emulator.Vonage.Pools;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider.Functions;

public sealed class FunctionTests : ProviderTest
{
    [Fact]
    public async Task Available_numbers_are_listed_over_all_pages_and_filtered()
    {
        var mobile = await Numbers.InvokeAsync(Tokens.GetAvailableNumbers, new { carrier = "kpn", country = "NL", type = "mobile-lvn" });
        var cheap = await Numbers.InvokeAsync(Tokens.GetAvailableNumbers, new { carrier = "kpn", country = "NL", maxMonthlyFee = 1.0 });

        Assert.Equal(1000, Items(mobile, "numbers").Count);
        Assert.Equal(500, Items(cheap, "numbers").Count);
        Assert.All(Items(cheap, "numbers"), number => Assert.Equal(1.0, number["monthlyFee"]));
        Assert.Equal("EUR", Items(mobile, "numbers")[0]["currency"]);
    }

    [Theory]
    [InlineData("startsWith", "3160000100")]
    [InlineData("contains", "00123")]
    [InlineData("endsWith", "777")]
    public async Task Patterns_are_searched_where_the_program_says(string where, string pattern)
    {
        var found = await Numbers.InvokeAsync(Tokens.GetAvailableNumbers, new { carrier = "kpn", country = "NL", pattern, searchPattern = where });

        var numbers = Items(found, "numbers").Select(number => (string)number["number"]!).ToList();
        Assert.NotEmpty(numbers);
        Assert.All(numbers, number => Assert.True(where switch
        {
            "startsWith" => number.StartsWith(pattern, StringComparison.Ordinal),
            "endsWith" => number.EndsWith(pattern, StringComparison.Ordinal),
            _ => number.Contains(pattern, StringComparison.Ordinal),
        }));
    }

    [Fact]
    public async Task Available_numbers_of_seven_have_features_and_both_fees()
    {
        var found = await Numbers.InvokeAsync(
            Tokens.GetAvailableNumbers, new { carrier = "seven", country = "DE", features = new[] { "A2P_SMS" }, paymentInterval = "monthly", limit = 5 });

        var numbers = Items(found, "numbers");
        Assert.Equal(5, numbers.Count);
        Assert.All(numbers, number => Assert.Equal((7.5, 10.0), ((double)number["monthlyFee"]!, (double)number["setupFee"]!)));
    }

    [Fact]
    public async Task Owned_numbers_are_listed_over_all_pages_with_their_import_ids()
    {
        var found = await Numbers.InvokeAsync(Tokens.GetOwnedNumbers, new { carrier = "vonage" });

        var numbers = Items(found, "numbers");
        Assert.Equal(200, numbers.Count);
        Assert.Equal("vonage/GB/447700900000", numbers[0]["importId"]);
    }

    [Fact]
    public async Task Owned_numbers_are_filtered_by_application()
    {
        const string Application = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";
        Numbers.Carriers.Vonage.Account.Change("447700900007", number => number with { AppId = Application });

        var linked = await Numbers.InvokeAsync(Tokens.GetOwnedNumbers, new { carrier = "vonage", hasApplication = true });
        var ofOne = await Numbers.InvokeAsync(Tokens.GetOwnedNumbers, new { carrier = "vonage", appId = Application });

        Assert.Equal("447700900007", Assert.Single(Items(linked, "numbers"))["number"]);
        Assert.Equal("447700900007", Assert.Single(Items(ofOne, "numbers"))["number"]);
    }

    [Fact]
    public async Task An_account_without_numbers_has_none()
    {
        var found = await Numbers.InvokeAsync(Tokens.GetOwnedNumbers, new { carrier = "kpn" });

        Assert.Empty(Items(found, "numbers"));
    }

    [Fact]
    public async Task Pools_are_listed_and_filtered()
    {
        for (var i = 0; i < 25; i++)
            Numbers.Carriers.Vonage.Pools.Put(new EmulatedPool { PoolId = $"pool-{i:00}", Fallback = i % 5 == 0 ? "Reject" : "Pool" });

        var all = await Numbers.InvokeAsync(Tokens.GetNumberPools, new { });
        var rejecting = await Numbers.InvokeAsync(Tokens.GetNumberPools, new { poolIdPrefix = "pool-1", fallback = "Reject" });

        Assert.Equal(25, Items(all, "pools").Count);
        Assert.Equal(["pool-10", "pool-15"], Items(rejecting, "pools").Select(pool => pool["poolId"]));
    }

    [Fact]
    public async Task One_pool_is_read_and_a_missing_one_is_an_error()
    {
        Numbers.Carriers.Vonage.Pools.Put(new EmulatedPool { PoolId = "senders", Fallback = "CustomFrom" });

        var pool = await Numbers.InvokeAsync(Tokens.GetNumberPool, new { poolId = "senders" });
        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.InvokeAsync(Tokens.GetNumberPool, new { poolId = "nowhere" }));

        Assert.Equal("CustomFrom", pool.Text("fallback"));
        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
        Assert.Contains("nowhere", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pools_numbers_are_listed_over_all_pages()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", Numbers.Carriers.Vonage.Account.SubscribeMany(250));

        var all = await Numbers.InvokeAsync(Tokens.GetPoolNumbers, new { poolId = "senders" });
        var some = await Numbers.InvokeAsync(Tokens.GetPoolNumbers, new { poolId = "senders", prefix = "3363998000" });

        Assert.Equal(250, all.Texts("numbers").Count);
        Assert.Equal(10, some.Texts("numbers").Count);
    }

    [Fact]
    public async Task Exclusive_numbers_are_listed_over_all_pages_and_filtered()
    {
        for (var i = 0; i < 120; i++)
            Numbers.Carriers.PortSip.Create($"447700900{i:000}", enabled: i % 2 == 0);

        var all = await Numbers.InvokeAsync(Tokens.GetExclusiveNumbers, new { });
        var some = await Numbers.InvokeAsync(Tokens.GetExclusiveNumbers, new { prefix = "44770090001", enabled = true });

        Assert.Equal(120, Items(all, "numbers").Count);
        Assert.Equal(5, Items(some, "numbers").Count);
    }

    [Fact]
    public async Task An_exclusive_number_is_read_by_id_or_by_number_with_its_agents()
    {
        var queue = Numbers.Carriers.PortSip.Queues[0].Id;
        var id = Numbers.Carriers.PortSip.Create("447700900123").Id;
        Numbers.Carriers.PortSip.Change(id, number => number with { Agents = number.Agents.SetItem(queue, ["1001"]) });

        var byId = await Numbers.InvokeAsync(Tokens.GetExclusiveNumber, new { id });
        var byNumber = await Numbers.InvokeAsync(Tokens.GetExclusiveNumber, new { number = "+44 7700 900123" });
        var both = await Assert.ThrowsAsync<RpcException>(() => Numbers.InvokeAsync(Tokens.GetExclusiveNumber, new { id, number = "447700900123" }));

        Assert.Equal(byId, byNumber);
        Assert.Equal("447700900123", byId.Text("number"));
        Assert.Contains(queue, ((IReadOnlyDictionary<string, object?>)byId.Get("callQueues")!).Keys);
        Assert.Equal(StatusCode.InvalidArgument, both.StatusCode);
    }

    [Fact]
    public async Task Functions_answer_in_a_preview()
    {
        var found = await Numbers.InvokeAsync(Tokens.GetAvailableNumbers, new { carrier = "vonage", country = "GB", limit = 3 }, preview: true);

        Assert.Equal(3, Items(found, "numbers").Count);
    }

    [Fact]
    public async Task A_search_without_the_country_that_the_carrier_needs_says_so()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.InvokeAsync(Tokens.GetAvailableNumbers, new { carrier = "kpn" }));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("country", failure.Status.Detail, StringComparison.Ordinal);
    }

    private static List<IReadOnlyDictionary<string, object?>> Items(Google.Protobuf.WellKnownTypes.Struct answer, string name) =>
        [.. ((IReadOnlyList<object?>)answer.Get(name)!).Cast<IReadOnlyDictionary<string, object?>>()];
}
