using System.Globalization;

namespace PulumiNumbers.Plugin.Model;

/// <summary>
/// The order in which the elements of a set are written. It means nothing to a comparison, but engines show values and apply
/// <c>ignoreChanges</c> by position: inputs keep the program's order, and what is read keeps the positions of what was there before.
/// </summary>
internal static class SetOrder
{
    /// <summary>Drops duplicates and leaves the order as it is. A secret element replaces its plain twin.</summary>
    public static IReadOnlyList<PropertyValue> Distinct(PropertyValue[] elements)
    {
        var positions = new Dictionary<PropertyValue, int>(elements.Length);
        var distinct = new List<PropertyValue>(elements.Length);
        foreach (var element in elements)
        {
            if (element.IsUnknown || positions.TryAdd(element.Bare, distinct.Count))
                distinct.Add(element);
            else if (element.IsSecret)
                distinct[positions[element.Bare]] = element;
        }
        return distinct.Count == elements.Length ? elements : distinct;
    }

    /// <summary>Drops duplicates and sorts by content; elements that are not known come last.</summary>
    public static IReadOnlyList<PropertyValue> Sort(PropertyValue[] elements)
    {
        if (IsSorted(elements))
            return elements;
        var distinct = Distinct(elements).Where(element => !element.IsUnknown).ToArray();
        Array.Sort([.. distinct.Select(element => KeyOf(element.Bare))], distinct, StringComparer.Ordinal);
        var unknown = elements.Where(element => element.IsUnknown).ToList();
        return unknown.Count == 0 ? distinct : [.. distinct, .. unknown];
    }

    /// <summary>
    /// Arranges the sets within a value after those at the same places of a reference: what is in both stays where it was, what came takes
    /// the places of what went, and the last elements close the gaps that remain.
    /// </summary>
    public static PropertyValue Follow(Shape shape, PropertyValue value, PropertyValue? reference)
    {
        var arranged = (shape, value.Bare, reference?.Bare) switch
        {
            (CollectionShape and ISetShape, ArrayValue array, ArrayValue before) => new ArrayValue(Follow(array.Elements, before.Elements)),
            (RecordShape record, ObjectValue members, ObjectValue before) => Follow(record, members, before),
            (MapShape map, ObjectValue members, ObjectValue before) => new ObjectValue(members.Properties.ToDictionary(
                member => member.Key, member => Follow(map.Element, member.Value, before[member.Key]), StringComparer.Ordinal)),
            (CollectionShape list, ArrayValue array, ArrayValue before) => new ArrayValue(
                [.. array.Elements.Select((element, i) => Follow(list.Element, element, before.Elements.ElementAtOrDefault(i)))]),
            (_, var bare, _) => bare,
        };
        return ReferenceEquals(arranged, value.Bare) ? value : arranged.AsSecret(value.IsSecret);
    }

    /// <inheritdoc cref="Follow(Shape, PropertyValue, PropertyValue?)"/>
    public static ObjectValue Follow(RecordShape record, ObjectValue members, ObjectValue reference) => new(members.Properties.ToDictionary(
        member => member.Key,
        member => record.Find(member.Key) is { } property ? Follow(property.Shape, member.Value, reference[member.Key]) : member.Value,
        StringComparer.Ordinal));

    private static PropertyValue[] Follow(IReadOnlyList<PropertyValue> elements, IReadOnlyList<PropertyValue> reference)
    {
        var arriving = new OrderedDictionary<PropertyValue, PropertyValue>(ContentComparer.Instance);
        foreach (var element in elements)
            arriving.TryAdd(element, element);
        var present = arriving.ToDictionary(ContentComparer.Instance);
        var places = new PropertyValue?[reference.Count];
        for (var i = 0; i < places.Length; i++)
        {
            if (present.Remove(reference[i], out var element))
                places[i] = element;
        }
        using var arrivals = arriving.Values.Where(present.ContainsKey).GetEnumerator();
        for (var i = 0; i < places.Length; i++)
            places[i] ??= arrivals.MoveNext() ? arrivals.Current : null;
        var arranged = new List<PropertyValue?>(places);
        while (arrivals.MoveNext())
            arranged.Add(arrivals.Current);
        CloseGaps(arranged);
        return [.. arranged.OfType<PropertyValue>()];
    }

    private static void CloseGaps(List<PropertyValue?> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            while (places.Count > i && places[^1] is null)
                places.RemoveAt(places.Count - 1);
            if (i >= places.Count || places[i] is not null)
                continue;
            places[i] = places[^1];
            places.RemoveAt(places.Count - 1);
        }
    }

    private static bool IsSorted(PropertyValue[] elements)
    {
        string? before = null;
        foreach (var element in elements)
        {
            if (element is not StringValue { Value: var text } || (before is not null && string.CompareOrdinal(before, text) >= 0))
                return false;
            before = text;
        }
        return true;
    }

    private static string KeyOf(PropertyValue bare) => bare switch
    {
        StringValue text => text.Value,
        NumberValue number => SortableNumber(number.Value),
        _ => JsonValues.Format(bare),
    };

    /// <summary>Digits that sort as the number does.</summary>
    private static string SortableNumber(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var ordered = bits < 0 ? ~bits : bits ^ long.MinValue;
        return ordered.ToString("x16", CultureInfo.InvariantCulture);
    }
}
