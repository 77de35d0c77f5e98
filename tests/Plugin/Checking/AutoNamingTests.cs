using Google.Protobuf;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Checking;

public sealed class AutoNamingTests
{
    [Fact]
    public async Task A_name_is_made_from_the_resources_and_the_seed()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var first = await NameAsync(plugin, Request("pool", seed: 1));
        var again = await NameAsync(plugin, Request("pool", seed: 1));
        var other = await NameAsync(plugin, Request("pool", seed: 2));

        Assert.Matches("^pool-[0-9a-f]{7}$", first);
        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public async Task A_long_name_is_cut_but_not_its_random_part()
    {
        await using var plugin = await FakePlugin.StartAsync();

        Assert.Matches("^a{16}-[0-9a-f]{7}$", await NameAsync(plugin, Request(new string('a', 40), seed: 1)));
    }

    [Fact]
    public async Task A_name_once_made_stays()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var request = Request("pool", seed: 9);
        request.Olds = Properties(("label", Text("pool-1234567")));

        Assert.Equal("pool-1234567", await NameAsync(plugin, request));
    }

    [Fact]
    public async Task A_given_name_is_left_alone()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var request = Request("pool", seed: 9);
        request.News = Properties(("label", Text("chosen")));

        Assert.Equal("chosen", await NameAsync(plugin, request));
    }

    [Fact]
    public async Task The_users_proposal_is_taken()
    {
        await using var plugin = await FakePlugin.StartAsync();

        Assert.Equal("proposed", await NameAsync(plugin, Request("pool", 1, Mode(CheckRequest.Types.AutonamingOptions.Types.Mode.Propose, "proposed"))));
        Assert.Equal("demanded", await NameAsync(plugin, Request("pool", 1, Mode(CheckRequest.Types.AutonamingOptions.Types.Mode.Enforce, "demanded"))));
        Assert.Equal(
            new string('p', 24),
            await NameAsync(plugin, Request("pool", 1, Mode(CheckRequest.Types.AutonamingOptions.Types.Mode.Propose, new string('p', 40)))));
    }

    [Fact]
    public async Task What_the_user_demands_and_cannot_be_is_a_failure()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var tooLong = await plugin.Client.CheckAsync(
            Request("pool", 1, Mode(CheckRequest.Types.AutonamingOptions.Types.Mode.Enforce, new string('p', 25))));
        var disabled = await plugin.Client.CheckAsync(Request("pool", 1, Mode(CheckRequest.Types.AutonamingOptions.Types.Mode.Disable, "")));

        Assert.Contains("longer than 24 characters", Assert.Single(tooLong.Failures).Reason, StringComparison.Ordinal);
        Assert.Contains("disabled", Assert.Single(disabled.Failures).Reason, StringComparison.Ordinal);
    }

    private static async Task<string> NameAsync(FakePlugin plugin, CheckRequest request)
    {
        var response = await plugin.Client.CheckAsync(request);
        Assert.Empty(response.Failures);
        return response.Inputs.Fields["label"].StringValue;
    }

    private static CheckRequest Request(string name, byte seed, CheckRequest.Types.AutonamingOptions? autonaming = null) => new()
    {
        Urn = BoxUrn(name),
        Name = name,
        News = Properties(),
        RandomSeed = ByteString.CopyFrom(seed),
        Autonaming = autonaming,
    };

    private static CheckRequest.Types.AutonamingOptions Mode(CheckRequest.Types.AutonamingOptions.Types.Mode mode, string name) =>
        new() { Mode = mode, ProposedName = name };
}
