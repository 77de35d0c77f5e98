using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>
/// Compares a resource with its new inputs. A given input is compared with the state's value of its name, so that drift shows; one that
/// is not given is a change only where the old inputs gave it, so that what the remote side fills in does not show.
/// </summary>
internal sealed class Comparison
{
    private readonly List<PropertyChange> _changes = [];

    private Comparison()
    {
    }

    /// <summary>All differences, in the order of the properties. Everything is in normal form.</summary>
    /// <param name="shape">The inputs.</param>
    /// <param name="prior">The inputs of the last run.</param>
    /// <param name="state">The state that was saved last.</param>
    /// <param name="next">The new inputs.</param>
    public static IReadOnlyList<PropertyChange> Compare(RecordDescriptor shape, ObjectValue prior, ObjectValue state, ObjectValue next)
    {
        var comparison = new Comparison();
        comparison.CompareRecord(shape, prior, state, next, PropertyPath.Root, new ChangeRule(Replaces: false, IsInputChange: false));
        return comparison._changes;
    }

    private void CompareRecord(
        RecordDescriptor shape, ObjectValue? prior, ObjectValue? state, ObjectValue next, PropertyPath path, ChangeRule outer)
    {
        foreach (var property in shape.Properties.Where(property => !property.Attribute.CreateOnly))
        {
            var before = prior?[property.Name];
            var old = state?[property.Name] ?? before;
            var rule = new ChangeRule(
                outer.Replaces || property.Attribute.Replaces, IsInputChange: HaveSameContent(property.Shape, old, before));
            var at = path.Key(property.Name);
            if (next[property.Name] is { } value)
                CompareValue(property.Shape, before, old, value, at, rule);
            else if (before is not null && !shape.IsImplied(property, before))
                Add(at, ChangeKind.Delete, rule with { IsInputChange = true });
        }
    }

    private void CompareValue(TypeDescriptor shape, PropertyValue? prior, PropertyValue? old, PropertyValue next, PropertyPath path, ChangeRule rule)
    {
        // A value that is not known yet may be any other: previews are conservative, so a replacing property replaces.
        if (next.IsUnknown)
            Add(path, old is null ? ChangeKind.Add : ChangeKind.Update, rule);
        else if (old is null)
            Add(path, ChangeKind.Add, rule);
        else if (!ContentComparer.Instance.Equals(old, next))
            CompareDifferent(shape, prior?.Unwrapped, old.Unwrapped, next.Unwrapped, path, rule);
    }

    private void CompareDifferent(TypeDescriptor shape, PropertyValue? prior, PropertyValue old, PropertyValue next, PropertyPath path, ChangeRule rule)
    {
        switch (shape, old, next)
        {
            case (RecordDescriptor record, ObjectValue from, ObjectValue to):
                CompareRecord(record, prior as ObjectValue, from, to, path, rule);
                break;
            case (MapDescriptor map, ObjectValue from, ObjectValue to):
                CompareMap(map, prior as ObjectValue, from, to, path, rule);
                break;
            case (CollectionDescriptor and ISetDescriptor, ArrayValue from, ArrayValue to):
                // A path with an input change is looked up in the prior inputs, whose order the state need not share.
                CompareSet(rule.IsInputChange && prior is ArrayValue inputs ? inputs.Elements : from.Elements, to.Elements, path, rule);
                break;
            case (CollectionDescriptor list, ArrayValue from, ArrayValue to):
                CompareList(list, (prior as ArrayValue)?.Elements ?? [], from.Elements, to.Elements, path, rule);
                break;
            default:
                Add(path, ChangeKind.Update, rule);
                break;
        }
    }

    private void CompareMap(MapDescriptor map, ObjectValue? prior, ObjectValue old, ObjectValue next, PropertyPath path, ChangeRule rule)
    {
        foreach (var (key, value) in next.Properties.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            CompareValue(map.Element, prior?[key], old[key], value, path.Key(key), rule);
        foreach (var key in old.Properties.Keys.Where(key => !next.Properties.ContainsKey(key)).Order(StringComparer.Ordinal))
            Add(path.Key(key), ChangeKind.Delete, rule);
    }

    private void CompareList(
        CollectionDescriptor list,
        IReadOnlyList<PropertyValue> prior,
        IReadOnlyList<PropertyValue> old,
        IReadOnlyList<PropertyValue> next,
        PropertyPath path,
        ChangeRule rule)
    {
        for (var i = 0; i < next.Count; i++)
            CompareValue(list.Element, prior.ElementAtOrDefault(i), old.ElementAtOrDefault(i), next[i], path.Index(i), rule);
        for (var i = next.Count; i < old.Count; i++)
            Add(path.Index(i), ChangeKind.Delete, rule);
    }

    /// <summary>
    /// What goes has its place in the old set, what comes has its place in the new one; where both have the same place, the engine shows one
    /// change, from the old element to the new.
    /// </summary>
    private void CompareSet(IReadOnlyList<PropertyValue> old, IReadOnlyList<PropertyValue> next, PropertyPath path, ChangeRule rule)
    {
        // In sets without duplicates, an element that has one place on both sides is nowhere else: only the other places matter.
        var places = Enumerable.Range(0, Math.Max(old.Count, next.Count)).Where(i => !HaveSameElement(old, next, i)).ToList();
        var before = places.Where(i => i < old.Count).Select(i => old[i]).ToHashSet(ContentComparer.Instance);
        var after = places.Where(i => i < next.Count).Select(i => next[i]).ToHashSet(ContentComparer.Instance);
        foreach (var i in places)
        {
            var goes = i < old.Count && !after.Contains(old[i]);
            var comes = i < next.Count && (next[i].IsUnknown || !before.Contains(next[i]));
            if (goes || comes)
                Add(path.Index(i), goes && comes ? ChangeKind.Update : goes ? ChangeKind.Delete : ChangeKind.Add, rule);
        }
    }

    private static bool HaveSameElement(IReadOnlyList<PropertyValue> old, IReadOnlyList<PropertyValue> next, int i) =>
        i < old.Count && i < next.Count && !next[i].IsUnknown && ContentComparer.Instance.Equals(old[i], next[i]);

    /// <summary>Whether two values are equal but for the order in sets.</summary>
    private static bool HaveSameContent(TypeDescriptor shape, PropertyValue? left, PropertyValue? right) =>
        ContentComparer.Instance.Equals(left, right) || (shape, left?.Unwrapped, right?.Unwrapped) switch
        {
            (CollectionDescriptor and ISetDescriptor, ArrayValue one, ArrayValue other) =>
                one.Elements.ToHashSet(ContentComparer.Instance).SetEquals(other.Elements),
            (CollectionDescriptor list, ArrayValue one, ArrayValue other) => one.Elements.Count == other.Elements.Count
                && one.Elements.Zip(other.Elements).All(pair => HaveSameContent(list.Element, pair.First, pair.Second)),
            (MapDescriptor map, ObjectValue one, ObjectValue other) => one.Properties.Count == other.Properties.Count
                && one.Properties.All(member => HaveSameContent(map.Element, member.Value, other[member.Key])),
            (RecordDescriptor record, ObjectValue one, ObjectValue other) =>
                record.Properties.All(property => HaveSameContent(property.Shape, one[property.Name], other[property.Name])),
            _ => false,
        };

    private void Add(PropertyPath path, ChangeKind kind, ChangeRule rule) =>
        _changes.Add(new PropertyChange(path, kind, rule.Replaces) { IsInputChange = rule.IsInputChange });

    /// <summary>What holds for all changes within one property.</summary>
    private readonly record struct ChangeRule(bool Replaces, bool IsInputChange);
}
