using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Checking;

public sealed class CheckTests
{
    [Fact]
    public async Task Defaults_are_filled_in()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await CheckAsync(plugin, ("label", Text("mine")));

        Assert.Empty(response.Failures);
        Assert.Equal(
            Properties(("label", Text("mine")), ("shade", Text("Light")), ("watertight", Flag(false))), response.Inputs);
    }

    [Fact]
    public async Task Every_spelling_has_one_normal_form()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var one = await CheckAsync(plugin, ("label", Text("x")), ("tags", Texts(" Blue", "red", "blue ", "GREEN")));
        var other = await CheckAsync(plugin, ("label", Text("x")), ("tags", Texts("green", "blue", "RED")));

        Assert.Equal(Texts("blue", "red", "green"), one.Inputs.Fields["tags"]);
        Assert.Equal(Texts("green", "blue", "red"), other.Inputs.Fields["tags"]);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_reported_at_once_with_its_path()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await CheckAsync(
            plugin,
            ("label", Number(1)),
            ("shade", Text("grey")),
            ("capacity", Number(2.5)),
            ("watertight", Text("perhaps")),
            ("tags", Texts("fine", "not fine!", "")),
            ("compartments", Members(("left one", Texts("ok", "no good")), ("right", Text("x")))),
            ("lid", Members(("thickness", Text("thick")))));

        Assert.Equal(
            [
                "capacity", "compartments.right", "compartments[\"left one\"][1]", "label", "lid.material", "lid.thickness", "shade",
                "tags[1]", "tags[2]", "watertight",
            ],
            response.Failures.Select(failure => failure.Property).Order(StringComparer.Ordinal));
        Assert.Null(response.Inputs);
        Assert.Contains(response.Failures, failure => failure.Reason == "Expected one of 'Light', 'very-dark', got 'grey'.");
        Assert.Contains(response.Failures, failure => failure.Reason == "Expected a whole number, got 2.5.");
        Assert.Contains(response.Failures, failure => failure.Reason == "'not fine!' is no tag: one to twenty letters or digits.");
    }

    [Theory]
    [InlineData("capcity", "did you mean 'capacity'?")]
    [InlineData("Tags", "did you mean 'tags'?")]
    [InlineData("entirelyDifferent", "there are capacity, ")]
    public async Task A_property_that_does_not_exist_is_refused_with_a_suggestion(string name, string hint)
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await CheckAsync(plugin, (name, Number(3)));

        var failure = Assert.Single(response.Failures);
        Assert.Equal(name, failure.Property);
        Assert.Contains(hint, failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_inputs_are_named_with_their_description()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.CheckAsync(new CheckRequest { Urn = NoteUrn(), News = Properties() });

        Assert.Equal(["text", "reader"], response.Failures.Select(failure => failure.Property));
        Assert.Equal("`text` is required: What it says.", response.Failures[0].Reason);
    }

    [Fact]
    public async Task Constraints_hold_for_known_values()
    {
        await using var plugin = await FakePlugin.StartAsync();

        Assert.Equal("capacity", Assert.Single((await CheckAsync(plugin, ("capacity", Number(101)))).Failures).Property);
        Assert.Empty((await CheckAsync(plugin, ("capacity", Unknown))).Failures);
        Assert.Empty((await CheckAsync(plugin, ("capacity", Number(100)))).Failures);
    }

    [Fact]
    public async Task The_authors_check_sees_known_values_and_may_amend_them()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var heavy = await CheckAsync(plugin, ("weight", Number(2000)));
        var amended = await CheckAsync(plugin, ("owner", Secret("me")), ("capacity", Unknown), ("weight", Unknown));

        Assert.Equal("No box is heavier than 1000 kg.", Assert.Single(heavy.Failures).Reason);
        Assert.Equal(Secret("myself"), amended.Inputs.Fields["owner"]);
        Assert.Equal(Unknown, amended.Inputs.Fields["capacity"]);
    }

    [Theory]
    [InlineData("04da6b54-80e4-46f7-96ec-b56ff0331ba9")]
    [InlineData("1c4a061d-8072-4f0a-a4cb-0ff528b18fe7")]
    [InlineData("3eeb2bf0-c639-47a8-9e75-3b44932eb421")]
    [InlineData("6a19a0b0-7e62-4c92-b797-7f8e31da9cc2")]
    [InlineData("030794c1-ac77-496b-92df-f27374a8bd58")]
    [InlineData("e48ece36-62e2-4504-bad9-02848725956a")]
    [InlineData("dd056dcd-154b-4c76-9bd3-c8f88648b5ff")]
    public async Task Every_sentinel_is_an_unknown_value_of_any_type(string sentinel)
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await CheckAsync(
            plugin, ("label", Text(sentinel)), ("watertight", Text(sentinel)), ("tags", Texts("b", sentinel, "a")), ("lid", Text(sentinel)));

        Assert.Empty(response.Failures);
        Assert.Equal(Unknown, response.Inputs.Fields["watertight"]);
        Assert.Equal(Unknown, response.Inputs.Fields["lid"]);
        Assert.Equal(List(Text("b"), Unknown, Text("a")), response.Inputs.Fields["tags"]);
    }

    [Fact]
    public async Task Output_values_count_as_what_is_in_them()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await CheckAsync(
            plugin,
            ("label", Output(Text("x"), secret: false, BoxUrn("other"))),
            ("owner", Output(Text("you"), secret: true)),
            ("capacity", Output()),
            ("weight", Output(secret: true)));

        Assert.Empty(response.Failures);
        Assert.Equal(Text("x"), response.Inputs.Fields["label"]);
        Assert.Equal(Secret("you"), response.Inputs.Fields["owner"]);
        Assert.Equal(Unknown, response.Inputs.Fields["capacity"]);
        Assert.Equal(Secret(Unknown), response.Inputs.Fields["weight"]);
    }

    [Fact]
    public async Task Null_is_the_same_as_nothing()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await CheckAsync(
            plugin, ("label", Text("x")), ("owner", Value.ForNull()), ("shade", Value.ForNull()));

        Assert.Empty(response.Failures);
        Assert.Equal(Properties(("label", Text("x")), ("shade", Text("Light")), ("watertight", Flag(false))), response.Inputs);
    }

    [Fact]
    public async Task A_set_of_ten_thousand_is_checked()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var tags = Enumerable.Range(0, 10_000).Select(i => $"t{i:00000}").ToArray();

        var response = await CheckAsync(plugin, ("label", Text("x")), ("tags", Texts([.. tags.Reverse(), .. tags])));

        Assert.Equal(Texts([.. tags.Reverse()]), response.Inputs.Fields["tags"]);
    }

    [Theory]
    [InlineData("tags")]
    [InlineData("steps")]
    public async Task UnquotedNumber_InTextProperty_AdvisesQuotes(string property)
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await CheckAsync(plugin, (property, List(Number(447700900001))));

        var failure = Assert.Single(response.Failures);
        Assert.Equal($"{property}[0]", failure.Property);
        Assert.Contains("in quotes", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManyFailures_AreLimitedToTenAndACount()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await CheckAsync(plugin, ("tags", Texts([.. Enumerable.Repeat("not fine!", 10_001)])));

        Assert.Equal(11, response.Failures.Count);
        Assert.All(response.Failures.Take(10), failure => Assert.StartsWith("tags[", failure.Property, StringComparison.Ordinal));
        Assert.Equal("", response.Failures[10].Property);
        Assert.Contains("9991", response.Failures[10].Reason, StringComparison.Ordinal);
        Assert.True(response.CalculateSize() < 2000);
    }

    /// <summary>The engine copies the element of the old inputs into the new ones before it asks for a check.</summary>
    [Fact]
    public async Task IgnoredElement_StaysAtItsPosition_AndTheNextRunShowsNoDiff()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var old = (await CheckAsync(plugin, ("label", Text("x")), ("tags", Texts("zebra", "mule", "ant")))).Inputs;
        var ignored = old.Fields["tags"].ListValue.Values[1].StringValue;

        var next = await CheckAsync(plugin, ("label", Text("x")), ("tags", Texts("zebra", ignored, "ant")));
        var diff = await plugin.Client.DiffAsync(
            new DiffRequest { Urn = BoxUrn(), Id = "box-1", Olds = old, OldInputs = old, News = next.Inputs, IgnoreChanges = { "tags[1]" } });

        Assert.Equal("mule", ignored);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    private static async Task<CheckResponse> CheckAsync(
        FakePlugin plugin, params (string Name, Value Value)[] inputs) =>
        await plugin.Client.CheckAsync(
            new CheckRequest { Urn = BoxUrn(), News = Properties(inputs), RandomSeed = ByteString.CopyFrom(1, 2, 3) });
}
