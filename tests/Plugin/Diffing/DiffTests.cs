using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;
using static Pulumirpc.PropertyDiff.Types.Kind;

namespace PulumiNumbers.Tests.Plugin.Diffing;

public sealed class DiffTests
{
    [Fact]
    public async Task The_same_inputs_are_no_change()
    {
        var inputs = Properties(("label", Text("x")), ("tags", Texts("a", "b")));

        var diff = await DiffAsync(inputs, inputs, inputs);

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
        Assert.True(diff.HasDetailedDiff);
        Assert.Empty(diff.DetailedDiff);
        Assert.Equal(["created"], diff.Stables);
    }

    [Fact]
    public async Task Order_duplicates_and_spelling_are_no_change()
    {
        var old = Properties(("label", Text("x")), ("tags", Texts("a", "b")));

        var diff = await DiffAsync(old, old, Properties(("label", Text("x")), ("tags", Texts("B", "a", "b "))));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task A_changed_set_differs_per_element()
    {
        var old = Properties(("tags", Texts("b", "c", "d", "e")));
        var next = Properties(("tags", Texts("a", "b", "c")));

        var diff = await DiffAsync(old, old, next);

        Assert.Equal(["tags"], diff.Diffs);
        Assert.Equal(
            [("tags[0]", Add), ("tags[2]", Delete), ("tags[3]", Delete)],
            diff.DetailedDiff.Select(entry => (entry.Key, entry.Value.Kind)).Order());
        Assert.All(diff.DetailedDiff.Values, change => Assert.True(change.InputDiff));
    }

    [Fact]
    public async Task A_set_whose_elements_trade_places_shows_one_change_a_place()
    {
        var old = Properties(("tags", Texts("a", "b")));

        var diff = await DiffAsync(old, old, Properties(("tags", Texts("b", "c"))));

        Assert.Equal([("tags[0]", Delete), ("tags[1]", Add)], Kinds(diff));
        Assert.Equal([("tags[0]", Update)], Kinds(await DiffAsync(old, old, Properties(("tags", Texts("aa", "b"))))));
    }

    [Fact]
    public async Task Replacing_inputs_replace()
    {
        var old = Properties(("label", Text("x")), ("owner", Text("you")));

        var changed = await DiffAsync(old, old, Properties(("label", Text("y")), ("owner", Text("you"))));
        var removed = await DiffAsync(old, old, Properties(("label", Text("x"))));
        var added = await DiffAsync(Properties(("label", Text("x"))), Properties(("label", Text("x"))), old);

        Assert.Equal([("label", UpdateReplace)], Kinds(changed));
        Assert.Equal(["label"], changed.Replaces);
        Assert.Equal([("owner", DeleteReplace)], Kinds(removed));
        Assert.Equal([("owner", AddReplace)], Kinds(added));
        Assert.False(changed.DeleteBeforeReplace);
    }

    [Fact]
    public async Task A_resource_may_ask_for_its_deletion_first()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var old = Properties(("text", Text("hi")), ("reader", Text("ann")));

        var diff = await plugin.Client.DiffAsync(new DiffRequest
        {
            Urn = NoteUrn(),
            Id = "ann",
            Olds = old,
            OldInputs = old,
            News = Properties(("text", Text("hi")), ("reader", Text("bob"))),
        });

        Assert.True(diff.DeleteBeforeReplace);
        Assert.Equal(["reader"], diff.Replaces);
    }

    [Fact]
    public async Task UnknownInput_OfAReplacingProperty_ShowsAReplacement()
    {
        var old = Properties(("label", Text("x")), ("owner", Text("you")), ("tags", Texts("a", "b")));

        var diff = await DiffAsync(
            old, old, Properties(("label", Unknown), ("owner", Secret(Unknown)), ("tags", List(Text("a"), Unknown)), ("weight", Output())));

        Assert.Equal(["label", "owner"], diff.Replaces);
        Assert.Equal([("label", UpdateReplace), ("owner", UpdateReplace), ("tags[1]", Update), ("weight", Add)], Kinds(diff));
    }

    [Fact]
    public async Task What_is_used_at_creation_only_never_differs()
    {
        var diff = await DiffAsync(
            Properties(("forest", Text("north"))), Properties(("forest", Text("north"))), Properties(("forest", Text("south"))));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task What_the_remote_side_fills_in_is_no_change()
    {
        var diff = await DiffAsync(Properties(), Properties(("capacity", Number(7)), ("lid", Members(("material", Text("tin"))))), Properties());

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task Drift_of_a_declared_value_shows_against_the_state()
    {
        var inputs = Properties(("capacity", Number(7)), ("tags", Texts("a", "b")));
        var state = Properties(("capacity", Number(8)), ("tags", Texts("b", "c")));

        var diff = await DiffAsync(inputs, state, inputs);

        Assert.Equal([("capacity", Update), ("tags[0]", Add), ("tags[1]", Delete)], Kinds(diff));
        Assert.All(diff.DetailedDiff.Values, change => Assert.False(change.InputDiff));
    }

    [Fact]
    public async Task An_input_that_is_taken_away_is_a_deletion()
    {
        var old = Properties(("capacity", Number(7)), ("lid", Members(("material", Text("tin")), ("thickness", Number(2)))));

        var diff = await DiffAsync(old, old, Properties(("lid", Members(("material", Text("tin"))))));

        Assert.Equal([("capacity", Delete), ("lid.thickness", Delete)], Kinds(diff));
    }

    [Fact]
    public async Task An_empty_set_that_is_taken_away_was_never_there()
    {
        var old = Properties(("label", Text("x")), ("tags", List()));

        var diff = await DiffAsync(old, old, Properties(("label", Text("x"))));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task Objects_maps_and_lists_differ_inside()
    {
        var old = Properties(
            ("lid", Members(("material", Text("tin")))),
            ("compartments", Members(("left", Texts("a")), ("right", Texts("b")))),
            ("steps", Texts("cut", "glue", "dry")));
        var next = Properties(
            ("lid", Members(("material", Text("oak")))),
            ("compartments", Members(("left", Texts("a", "c")), ("top left", Texts("b")))),
            ("steps", Texts("cut", "nail")));

        var diff = await DiffAsync(old, old, next);

        Assert.Equal(
            [
                ("compartments.left[1]", Add), ("compartments.right", Delete), ("compartments[\"top left\"]", Add), ("lid.material", Update),
                ("steps[1]", Update), ("steps[2]", Delete),
            ],
            Kinds(diff));
    }

    [Fact]
    public async Task Becoming_secret_is_no_change()
    {
        var old = Properties(("owner", Text("you")), ("tags", Texts("a", "b")), ("lid", Members(("material", Text("tin")))));

        var diff = await DiffAsync(
            old,
            old,
            Properties(
                ("owner", Secret("you")), ("tags", Secret(List(Text("a"), Secret("b")))), ("lid", Members(("material", Secret("tin"))))));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task What_the_user_ignores_is_left_out()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var old = Properties(("capacity", Number(1)), ("owner", Text("you")), ("lid", Members(("material", Text("tin")))));

        var diff = await plugin.Client.DiffAsync(new DiffRequest
        {
            Urn = BoxUrn(),
            Id = "box-1",
            Olds = old,
            OldInputs = old,
            News = Properties(("capacity", Number(2)), ("owner", Text("me2")), ("lid", Members(("material", Text("oak"))))),
            IgnoreChanges = { "owner", "lid.material" },
        });

        Assert.Equal(["capacity"], diff.DetailedDiff.Keys);
        Assert.Equal(["capacity"], diff.Diffs);
        Assert.Empty(diff.Replaces);
    }

    [Fact]
    public async Task An_engine_that_sends_no_old_inputs_is_served()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var diff = await plugin.Client.DiffAsync(new DiffRequest
        {
            Urn = BoxUrn(),
            Id = "box-1",
            Olds = Properties(("capacity", Number(1))),
            News = Properties(("capacity", Number(2))),
        });

        Assert.Equal([("capacity", Update)], Kinds(diff));
    }

    [Fact]
    public async Task StateInAnotherOrderThanInputs_IsNoDrift()
    {
        var inputs = Properties(("tags", Texts("b", "a")), ("compartments", Members(("left", Texts("y", "x")))));
        var state = Properties(("tags", Texts("a", "b")), ("compartments", Members(("left", Texts("x", "y")))));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await DiffAsync(inputs, state, inputs)).Changes);
        Assert.All(
            (await DiffAsync(inputs, state, Properties(("tags", Texts("c"))))).DetailedDiff.Values, change => Assert.True(change.InputDiff));
    }

    private static async Task<DiffResponse> DiffAsync(Struct priorInputs, Struct state, Struct inputs)
    {
        await using var plugin = await FakePlugin.StartAsync();
        return await plugin.Client.DiffAsync(
            new DiffRequest { Urn = BoxUrn(), Id = "box-1", OldInputs = priorInputs, Olds = state, News = inputs });
    }

    private static IEnumerable<(string Key, PropertyDiff.Types.Kind Kind)> Kinds(DiffResponse diff) =>
        diff.DetailedDiff.Select(entry => (entry.Key, entry.Value.Kind)).OrderBy(entry => entry.Key, StringComparer.Ordinal);
}
