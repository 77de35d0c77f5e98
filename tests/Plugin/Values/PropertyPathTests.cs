using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Tests.Plugin.Fakes;

namespace PulumiNumbers.Tests.Plugin.Values;

public sealed class PropertyPathTests
{
    [Fact]
    public void Paths_read_as_the_engine_writes_them()
    {
        var root = PropertyPath.Root;

        Assert.Equal("", root.ToString());
        Assert.Equal("numbers[3]", root.Key("numbers").Index(3).ToString());
        Assert.Equal("callQueues[\"a b\"][0].name", root.Key("callQueues").Key("a b").Index(0).Key("name").ToString());
        Assert.Equal("[\"0x\"].a[\"say \\\"hi\\\"\"]", root.Key("0x").Key("a").Key("say \"hi\"").ToString());
    }

    [Fact]
    public void An_expression_names_a_path_in_wire_names()
    {
        Assert.Equal("watertight", PropertyPath.Of<BoxArgs>(args => args.Watertight).ToString());
        Assert.Equal("lid.material", PropertyPath.Of<BoxArgs>(args => args.Lid!.Material).ToString());
        Assert.Throws<ArgumentException>(() => PropertyPath.Of<BoxArgs>(args => args.Tags.Count + 1));
    }

    [Fact]
    public void A_path_contains_itself_and_what_is_below()
    {
        var tags = PropertyPath.Root.Key("tags");

        Assert.True(tags.Contains(tags));
        Assert.True(tags.Contains(tags.Index(3).Key("x")));
        Assert.True(PropertyPath.Root.Contains(tags));
        Assert.False(tags.Contains(PropertyPath.Root));
        Assert.False(tags.Contains(PropertyPath.Root.Key("tag").Index(3)));
        Assert.Equal("tags", tags.Index(1).Key("y").TopLevelName);
    }
}
