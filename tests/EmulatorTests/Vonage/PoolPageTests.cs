using System.Net;
using System.Text.Json.Nodes;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.Vonage;

public sealed class PoolPageTests : EmulatorTest
{
    private const string Path = "/v2/numberpools/accounts/a1b2c3d4/pools/service/numbers";

    [Fact]
    public async Task Pages_follow_their_links_to_the_last_which_has_no_next()
    {
        var expected = Server.Vonage.Account.SubscribeMany(23);
        Server.Vonage.Pools.Create("service", expected);
        var seen = new List<string>();
        var pages = 0;

        for (JsonNode? next = JsonValue.Create(Server.Addresses.Vonage.AbsoluteUri + Path); next is not null; pages++)
        {
            var page = (await Vonage.GetAsync(((string)next!)[Server.Addresses.Vonage.AbsoluteUri.Length..])).Json;
            Assert.Equal(pages + 1, (int)page["page"]!);
            Assert.Equal(10, (int)page["page_size"]!);
            Assert.Equal(3, (int)page["total_pages"]!);
            Assert.Equal(23, (int)page["total_items"]!);
            Assert.Equal(pages > 0, page["_links"]!["previous"] is not null);
            Assert.NotNull(page["_links"]!["first"]);
            Assert.NotNull(page["_links"]!["last"]);
            seen.AddRange(page["_embedded"]!["numbers"]!.AsArray().Select(number => (string)number!));
            next = page["_links"]!["next"]?["href"];
        }

        Assert.Equal(3, pages);
        Assert.Equal(expected, seen);
    }

    [Theory]
    [InlineData("page_size=0", "page_size")]
    [InlineData("page_size=101", "page_size")]
    [InlineData("page_size=ten", "page_size")]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    public async Task A_page_that_cannot_be_is_refused(string query, string parameter)
    {
        Server.Vonage.Pools.Create("service");

        var answer = await Vonage.GetAsync($"{Path}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(parameter, (string?)answer.Json["invalid_parameters"]![0]!["name"]);
    }

    [Fact]
    public async Task An_empty_pool_has_one_empty_page()
    {
        Server.Vonage.Pools.Create("service");

        var page = (await Vonage.GetAsync(Path)).Json;

        Assert.Equal(1, (int)page["total_pages"]!);
        Assert.Empty(page["_embedded"]!["numbers"]!.AsArray());
        Assert.Null(page["_links"]!["next"]);
    }

    [Fact]
    public async Task Numbers_of_a_pool_that_is_not_there_are_not_found()
    {
        var answer = await Vonage.GetAsync(Path);

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal("not-found", answer.ProblemCode);
    }
}
