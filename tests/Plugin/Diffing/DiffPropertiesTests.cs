using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Tests.Plugin.Fakes;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Diffing;

public sealed class DiffPropertiesTests
{
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(20260102, 99);

    private static readonly RecordShape Shape = new ShapeCatalog().Record(typeof(BoxArgs));

    private static readonly Arbitrary<string[]> Tags =
        Gen.Elements("a", "b", "c", "d", "e", "f", "A", " b", "C ").ArrayOf().ToArbitrary();

    [Fact]
    public void Applying_the_changes_of_a_set_to_the_old_gives_the_new() => Prop.ForAll(Tags, Tags, (from, to) =>
    {
        var old = Normalize(("tags", Texts(from)));
        var next = Normalize(("tags", Texts(to)));

        var changes = Comparison.Compare(Shape, old, old, next);

        return Apply(Elements(old), Elements(next), changes).SetEquals(Elements(next));
    }).Check(Seeded);

    [Fact]
    public void A_set_differs_from_its_own_spellings_in_nothing() => Prop.ForAll(Tags, tags =>
    {
        var one = Normalize(("tags", Texts(tags)));
        var other = Normalize(("tags", Texts([.. tags.Reverse(), .. tags.Select(tag => tag.ToUpperInvariant())])));
        return Comparison.Compare(Shape, one, one, other).Count == 0;
    }).Check(Seeded);

    [Fact]
    public void A_check_changes_nothing_in_its_own_answer() => Prop.ForAll(Tags, Tags, (tags, others) =>
    {
        var once = Normalize(
            ("tags", List([.. tags.Select(Text), .. others.Select(Secret), Unknown])),
            ("compartments", Members(("left", Texts(others)))),
            ("owner", Output(Text("x"), secret: true)));
        var twice = Shape.NormalizeProperties(once, PropertyPath.Root, new Normalization());
        return once.Equals(twice);
    }).Check(Seeded);

    [Fact]
    public void Differences_are_found_exactly_where_values_differ() => Prop.ForAll(
        Inputs.ToArbitrary(), Inputs.ToArbitrary(), (from, to) =>
        {
            var old = Normalize(from);
            var next = Normalize(to);
            var changed = Comparison.Compare(Shape, old, old, next).Select(change => change.Path.TopLevelName).ToHashSet(StringComparer.Ordinal);
            return Shape.Properties.All(property =>
                changed.Contains(property.Name) == (!property.Attribute.CreateOnly && !HaveSameElements(property, old[property.Name], next[property.Name])));
        }).Check(Seeded);

    private static bool HaveSameElements(PropertyShape property, PropertyValue? left, PropertyValue? right) =>
        (property.Shape, left, right) is (ISetShape, ArrayValue one, ArrayValue other) ? one.Elements.ToHashSet().SetEquals(other.Elements) : Equals(left, right);

    private static Gen<(string Name, Value Value)[]> Inputs =>
        from capacity in Gen.Elements<(string, Value)[]>([], [("capacity", Number(1))], [("capacity", Number(2))])
        from owner in Gen.Elements<(string, Value)[]>([], [("owner", Text("x"))], [("owner", Text("y"))])
        from forest in Gen.Elements<(string, Value)[]>([], [("forest", Text("x"))], [("forest", Text("y"))])
        from lid in Gen.Elements<(string, Value)[]>(
            [], [("lid", Members(("material", Text("tin"))))], [("lid", Members(("material", Text("tin")), ("thickness", Number(1))))])
        from tags in Tags.Generator
        from steps in Gen.Elements("a", "b").ArrayOf()
        select ((string, Value)[])[.. capacity, .. owner, .. forest, .. lid, ("tags", Texts(tags)), ("steps", Texts(steps))];

    private static HashSet<PropertyValue> Apply(
        IReadOnlyList<PropertyValue> old, IReadOnlyList<PropertyValue> next, IReadOnlyList<PropertyChange> changes)
    {
        var result = old.ToHashSet();
        var places = changes.ToDictionary(change => change.Path.ToString(), change => change.Kind, StringComparer.Ordinal);
        for (var i = 0; i < Math.Max(old.Count, next.Count); i++)
        {
            if (!places.TryGetValue($"tags[{i}]", out var kind))
                continue;
            if (kind is ChangeKind.Delete or ChangeKind.Update)
                Assert.True(result.Remove(old[i]));
            if (kind is ChangeKind.Add or ChangeKind.Update)
                Assert.True(result.Add(next[i]));
        }
        return result;
    }

    private static IReadOnlyList<PropertyValue> Elements(ObjectValue properties) => ((ArrayValue)properties["tags"]!).Elements;

    private static ObjectValue Normalize(params (string Name, Value Value)[] properties)
    {
        var normalization = new Normalization();
        var normal = Shape.NormalizeProperties(StructReader.ReadProperties(Properties(properties)), PropertyPath.Root, normalization);
        Assert.Empty(normalization.Failures);
        return normal;
    }
}
