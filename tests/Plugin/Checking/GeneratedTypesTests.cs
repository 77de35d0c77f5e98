using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Tests.Plugin.Fakes;

namespace PulumiNumbers.Tests.Plugin.Checking;

public sealed class GeneratedTypesTests
{
    private static readonly GeneratedTypes Types = new();

    [Fact]
    public void DerivedRecord_HasTheProperties_OfItsBaseFirst()
    {
        var names = Types.Record(typeof(BoxState)).Properties.Select(property => property.Name);

        Assert.Equal(
            [
                "label", "shade", "capacity", "watertight", "weight", "tags", "steps", "compartments", "lid", "combination", "forest", "owner",
                "created", "revision",
            ],
            names);
    }

    [Fact]
    public void EveryProperty_IsSetAndRead_ThroughGeneratedAccessors()
    {
        var record = Types.Record(typeof(BoxState));
        var state = BoxState.From(
            new BoxArgs
            {
                Label = "x",
                Shade = Shade.VeryDark,
                Capacity = 3,
                Watertight = true,
                Weight = 1.5,
                Tags = new HashSet<Tag> { new("a") },
                Steps = ["s"],
                Compartments = new Dictionary<string, IReadOnlySet<Tag>>(StringComparer.Ordinal) { ["left"] = new HashSet<Tag> { new("b") } },
                Lid = new Lid { Material = "tin", Thickness = 2, Code = "1" },
                Combination = "9",
                Forest = "north",
                Owner = "you",
            },
            revision: 4);

        var copy = (BoxState)record.ReadProperties(record.WriteProperties(state));

        Assert.All(record.Properties, property => Assert.NotNull(property.Get(copy)));
        Assert.Equal(record.WriteProperties(state), record.WriteProperties(copy));
        Assert.Equal((4, Shade.VeryDark, "tin"), (copy.Revision, copy.Shade, copy.Lid!.Material));
    }

    [Fact]
    public void PropertyWithoutAText_TakesTheSummaryOfItsDocumentation()
    {
        var property = Types.Record(typeof(EchoArgs)).Find("text")!;

        Assert.Equal("What to say, `null` for silence.", property.Attribute.Description);
    }

    [Fact]
    public void ValueOf_ReadsNestedProperties()
    {
        var args = new BoxArgs { Lid = new Lid { Material = "oak" } };
        var check = new CheckContext<BoxArgs> { Inputs = args, Urn = new Urn(""), Record = Types.Record(typeof(BoxArgs)) };

        Assert.Equal("oak", check.ValueOf(inputs => inputs.Lid!.Material));
        Assert.Null(check.ValueOf(inputs => inputs.Owner));
        Assert.Null(check.PriorValueOf(inputs => inputs.Owner));
    }

    [Fact]
    public void TypeOfAnotherAssembly_IsRefused() => Assert.Throws<NotSupportedException>(() => Types.Record(typeof(string)));
}
