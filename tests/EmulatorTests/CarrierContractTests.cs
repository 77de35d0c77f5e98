using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

/// <summary>
/// The emulator's responses have the members and types of the carriers' own samples, and what the carriers' samples send is accepted. What the emulator does is
/// held to these files, never to what a client expects.
/// </summary>
public sealed class CarrierContractTests : EmulatorTest
{
    private const string Pools = "/v2/numberpools/accounts/a1b2c3d4/pools";
    private const string Pool = Pools + "/pool_name";
    private const string Webhook = "https://example.com/mo";

    [Fact]
    public async Task NumberPools_MatchSamples()
    {
        Server.Vonage.Account.Subscribe("15556660001", "15556660002");

        AssertShape("vonage-pool-create.json", await Vonage.PostJsonAsync(Pools, Sample("vonage-pool-create.request.json")));
        AssertShape("vonage-pool-get.json", await Vonage.GetAsync(Pool));
        AssertShape("vonage-pool-update.json", await Vonage.PatchJsonAsync(Pool, Sample("vonage-pool-update.request.json")));
        for (var i = 0; i < 2; i++)
            Server.Vonage.Pools.Create($"another-{i}");
        AssertShape("vonage-pools-list.json", await Vonage.GetAsync(Pools + "?page_size=1&page=2"));
        AssertShape("vonage-pool-delete.json", await Vonage.DeleteAsync(Pool));
    }

    [Fact]
    public async Task PoolNumbers_MatchSamples()
    {
        Server.Vonage.Account.Subscribe("15556660001", "15556660002");
        Server.Vonage.Pools.Create("pool_name", "15556660003");

        AssertShape("vonage-pool-numbers-add.json", await Vonage.PostJsonAsync(Pool + "/numbers", Sample("vonage-pool-numbers-add.request.json")));
        AssertShape("vonage-pool-numbers-list.json", await Vonage.GetAsync(Pool + "/numbers?page_size=1&page=2"));
        var removed = await Vonage.PostJsonAsync(Pool + "/numbers/delete", Sample("vonage-pool-numbers-remove.request.json"));

        Assert.Equal(200, (int)removed.Status);
        Assert.Equal(["15556660003"], Server.Vonage.Pools.NumbersOf("pool_name"));
    }

    [Fact]
    public async Task KpnNumbers_MatchSamples()
    {
        var kpn = await KpnAsync();
        (string, string)[] number = [("country", "GB"), ("msisdn", "447700900600")];

        AssertShape("kpn-search.json", await kpn.GetAsync("/number/search?country=GB&type=mobile-lvn"));
        AssertShape("kpn-buy.json", await kpn.PostFormAsync("/number/buy", number));
        AssertShape(
            "kpn-update.json",
            await kpn.PostFormAsync("/number/update", [.. number, ("moHttpUrl", Webhook), ("voiceCallbackType", "tel"), ("voiceCallbackValue", "447700900601")]));
        AssertShape("kpn-owned-list.json", await kpn.GetAsync("/account/numbers"));
        AssertShape("kpn-cancel.json", await kpn.PostFormAsync("/number/cancel", number));
    }

    [Fact]
    public async Task SevenNumbers_MatchSamples()
    {
        const string settings = """{"friendly_name":"New Friendly Name","sms_forward":["49176123456789"],"email_forward":["duty-desk@example.com"]}""";

        AssertShape("seven-available.json", await Seven.GetAsync("/numbers/available"));
        AssertShape("seven-order.json", await Seven.PostJsonAsync("/numbers/order", """{"number":"4500005000"}"""));
        AssertShape("seven-active-patch.json", await Seven.SendAsync(HttpMethod.Patch, "/numbers/active/4500005000", Carrier.Json(settings)));
        AssertShape("seven-active-get.json", await Seven.GetAsync("/numbers/active/4500005000"));
        AssertShape("seven-active-list.json", await Seven.GetAsync("/numbers/active"));
        AssertShape("seven-active-delete.json", await Seven.DeleteAsync("/numbers/active/4500005000", Carrier.Form(("delete_immediately", "true"))));
        Assert.Empty(Server.Seven.Numbers);
    }

    [Fact]
    public async Task ExclusiveNumbers_MatchSamples()
    {
        var created = await PortSip.PostJsonAsync("/exclusive_numbers", Sample("portsip-create.request.json"));
        AssertShape("portsip-create.json", created);
        var path = $"/exclusive_numbers/{(string)created.Json["id"]!}";

        AssertShape("portsip-get.json", await PortSip.GetAsync(path));
        AssertShape("portsip-list.json", await PortSip.GetAsync("/exclusive_numbers"));
        var updated = await PortSip.PostJsonAsync(path, Sample("portsip-update.request.json"));

        Assert.Equal((200, ""), ((int)updated.Status, updated.Text));
    }

    [Fact]
    public async Task LinksAsInSamples_AreSpelledAsInSamples()
    {
        Server.Behavior = Server.Behavior with { LinksAsInSamples = true };
        Server.Vonage.Pools.Put(new() { PoolId = "custom_user_pool_id" });

        var links = (await Vonage.GetAsync(Pools + "/custom_user_pool_id")).Json["_links"]!;

        Assert.Equal(
            Parse("vonage-pool-get.json")["_links"]!["numbers"]!["href"]!.GetValue<string>().Replace("abcd123", "a1b2c3d4", StringComparison.Ordinal),
            (string?)links["numbers"]!["href"]);
    }

    private static string Sample(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", file));

    private static JsonNode Parse(string file) => JsonNode.Parse(Sample(file), documentOptions: new() { AllowTrailingCommas = true })!;

    private static void AssertShape(string sample, ReceivedResponse response)
    {
        Assert.True((int)response.Status is >= 200 and < 300, $"{sample}: {response.Status} {response.Text}");
        Assert.Equal([], Differences(Parse(sample), response.Json, sample));
    }

    private static IEnumerable<string> Differences(JsonNode? expected, JsonNode? actual, string path) => (expected, actual) switch
    {
        // What is null in a sample, or here, says nothing of its type.
        (null, _) or (_, null) => [],
        (JsonObject sample, JsonObject response) => sample.Select(member => member.Key).Union(response.Select(member => member.Key)).SelectMany(
            name => !response.ContainsKey(name) ? [$"{path}.{name} is missing"]
                : !sample.ContainsKey(name) ? [$"{path}.{name} is not in the sample"]
                : Differences(sample[name], response[name], $"{path}.{name}")),
        (JsonArray { Count: > 0 } sample, JsonArray response) => response.Count == 0
            ? [$"{path} is empty"]
            : response.SelectMany((item, i) => Differences(sample[0], item, $"{path}[{i}]")),
        _ => KindOf(expected) == KindOf(actual) ? [] : [$"{path} is {KindOf(actual)}, not {KindOf(expected)}"],
    };

    private static JsonValueKind KindOf(JsonNode node) => node.GetValueKind() is JsonValueKind.False ? JsonValueKind.True : node.GetValueKind();
}
