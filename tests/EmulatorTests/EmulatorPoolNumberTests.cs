using System.Net;
using System.Text.Json.Nodes;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorPoolNumberTests : EmulatorTest
{
    private const string Add = "/v2/numberpools/accounts/a1b2c3d4/pools/service/numbers";
    private const string Remove = Add + "/delete";
    private const string Foreign = "447700900999";

    [Fact]
    public async Task Rented_numbers_are_added()
    {
        Server.Vonage.Pools.Create("service");

        var response = await Vonage.PostJsonAsync(Add, Numbers("447700900001", "447700900000"));

        Assert.Equal(HttpStatusCode.Created, response.Status);
        Assert.Equal(["447700900001", "447700900000"], Strings(response.Json["numbers"]));
        Assert.Equal(["447700900000", "447700900001"], Server.Vonage.Pools.NumbersOf("service"));
    }

    [Fact]
    public async Task Fifty_numbers_go_into_one_request_and_fifty_one_do_nothing()
    {
        Server.Vonage.Pools.Create("service");
        var numbers = Server.Vonage.Account.SubscribeMany(51);

        var tooMany = await Vonage.PostJsonAsync(Add, Numbers(numbers));
        Assert.Equal(HttpStatusCode.BadRequest, tooMany.Status);
        Assert.Equal("ids", (string?)tooMany.Json["invalid_parameters"]![0]!["name"]);
        Assert.Equal("Limit of 50 numbers exceeded", (string?)tooMany.Json["invalid_parameters"]![0]!["reason"]);
        Assert.Empty(Server.Vonage.Pools.NumbersOf("service"));

        var enough = await Vonage.PostJsonAsync(Add, Numbers(numbers.Take(50)));
        Assert.Equal(HttpStatusCode.Created, enough.Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Vonage.PostJsonAsync(Remove, Numbers(numbers))).Status);
        Assert.Equal(50, Server.Vonage.Pools.NumbersOf("service").Count);
    }

    [Fact]
    public async Task A_number_without_a_subscription_fails_alone()
    {
        Server.Vonage.Pools.Create("service");

        var response = await Vonage.PostJsonAsync(Add, Numbers("447700900000", Foreign));

        Assert.Equal(HttpStatusCode.MultiStatus, response.Status);
        Assert.Equal(["447700900000"], Strings(response.Json["numbers"]));
        Assert.EndsWith("#add-numbers-partial-failure", (string?)response.Json["error"]!["type"], StringComparison.Ordinal);
        var error = Assert.Single(response.Json["error"]!["errors"]!.AsArray())!;
        Assert.EndsWith("#missing-number-subscription", (string?)error["type"], StringComparison.Ordinal);
        Assert.Equal("No such number subscription", (string?)error["detail"]);
        Assert.Equal([Foreign], Strings(error["numbers"]));
        Assert.Equal(["447700900000"], Server.Vonage.Pools.NumbersOf("service"));
    }

    [Fact]
    public async Task When_every_number_fails_the_errors_stand_at_the_top()
    {
        Server.Vonage.Pools.Create("service");

        var response = await Vonage.PostJsonAsync(Add, Numbers(Foreign));

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal("application/problem+json", response.MediaType);
        Assert.Equal("add-number-failure", response.ProblemCode);
        Assert.Equal([Foreign], Strings(response.Json["errors"]![0]!["numbers"]));
    }

    [Theory]
    [InlineData("""{"numbers":["+447700900000"]}""", "number-validation")]
    [InlineData("""{"numbers":["123456"]}""", "number-validation")]
    [InlineData("""{"numbers":["4477009000000000"]}""", "number-validation")]
    [InlineData("""{"numbers":[447700900000]}""", "number-validation")]
    [InlineData("""{"numbers":[]}""", "validation")]
    [InlineData("""{}""", "validation")]
    [InlineData("""["447700900000"]""", "invalid-json")]
    public async Task InvalidBatch_IsRejected_AndNothingIsDone(string body, string code)
    {
        Server.Vonage.Pools.Create("service");

        var response = await Vonage.PostJsonAsync(Add, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Equal(code, response.ProblemCode);
        Assert.Empty(Server.Vonage.Pools.NumbersOf("service"));
    }

    [Fact]
    public async Task A_series_is_removed()
    {
        Server.Vonage.Pools.Create("service", "447700900000", "447700900001", "447700900002");

        var response = await Vonage.PostJsonAsync(Remove, Numbers("447700900000", "447700900002"));

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(["447700900000", "447700900002"], Strings(response.Json["numbers"]));
        Assert.Equal(["447700900001"], Server.Vonage.Pools.NumbersOf("service"));
    }

    [Fact]
    public async Task A_removal_in_part_wraps_its_inner_errors_sometimes_and_sometimes_not()
    {
        Server.Vonage.Pools.Create("service", "447700900000", "447700900001");

        var wrapped = await Vonage.PostJsonAsync(Remove, Numbers("447700900000", Foreign));
        var unwrapped = await Vonage.PostJsonAsync(Remove, Numbers("447700900001", Foreign));

        Assert.Equal(HttpStatusCode.MultiStatus, wrapped.Status);
        Assert.EndsWith("#delete-numbers-partial-failure", (string?)wrapped.Json["error"]!["type"], StringComparison.Ordinal);
        Assert.EndsWith("#missing-number", (string?)wrapped.Json["error"]!["errors"]![0]!["error"]!["type"], StringComparison.Ordinal);
        Assert.Equal([Foreign], Strings(wrapped.Json["error"]!["errors"]![0]!["error"]!["numbers"]));
        Assert.EndsWith("#missing-number", (string?)unwrapped.Json["error"]!["errors"]![0]!["type"], StringComparison.Ordinal);
        Assert.Empty(Server.Vonage.Pools.NumbersOf("service"));
    }

    [Fact]
    public async Task A_removal_of_nothing_that_is_there_is_refused_with_the_reasons()
    {
        Server.Vonage.Pools.Create("service");

        var response = await Vonage.PostJsonAsync(Remove, Numbers(Foreign));

        Assert.Equal(HttpStatusCode.BadRequest, response.Status);
        Assert.Single(response.Json["errors"]!.AsArray());
    }

    [Fact]
    public async Task One_number_is_removed_by_its_address()
    {
        Server.Vonage.Pools.Create("service", "447700900000");

        var removed = await Vonage.DeleteAsync(Add + "/447700900000");
        var again = await Vonage.DeleteAsync(Add + "/447700900000");

        Assert.Equal(HttpStatusCode.NoContent, removed.Status);
        Assert.Equal("", removed.Text);
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Equal("number-deletion-error", again.ProblemCode);
    }

    [Theory]
    [InlineData("POST", Add)]
    [InlineData("POST", Remove)]
    [InlineData("DELETE", Add + "/447700900000")]
    public async Task Numbers_of_a_pool_that_is_gone_are_not_found(string method, string path)
    {
        var response = await Vonage.SendAsync(new HttpMethod(method), path, Carrier.Json(Numbers("447700900000")));

        Assert.Equal(HttpStatusCode.NotFound, response.Status);
        Assert.Equal("not-found", response.ProblemCode);
    }

    [Fact]
    public async Task A_number_bought_through_the_numbers_api_goes_into_a_pool_and_leaves_it_when_cancelled()
    {
        Server.Vonage.Pools.Create("service");
        await Vonage.PostFormAsync("/number/buy", ("country", "GB"), ("msisdn", "447700900300"));

        Assert.Equal(HttpStatusCode.Created, (await Vonage.PostJsonAsync(Add, Numbers("447700900300"))).Status);
        await Vonage.PostFormAsync("/number/cancel", ("country", "GB"), ("msisdn", "447700900300"));

        Assert.Empty(Server.Vonage.Pools.NumbersOf("service"));
    }

    [Fact]
    public async Task AddingWhatThePoolHolds_Succeeds()
    {
        Server.Vonage.Pools.Create("service", "447700900000");

        Assert.Equal(HttpStatusCode.Created, (await Vonage.PostJsonAsync(Add, Numbers("447700900000"))).Status);
        Assert.Single(Server.Vonage.Pools.NumbersOf("service"));
    }

    private static List<string> Strings(JsonNode? array) => [.. array!.AsArray().Select(item => (string)item!)];
}
