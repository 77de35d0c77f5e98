using System.Globalization;

namespace PulumiNumbers.Plugin.Model;

/// <summary>The one order in which a set is written.</summary>
internal static class CanonicalOrder
{
    /// <summary>Sorts by content, drops duplicates (a secret one stays rather than its plain twin), puts what is not known last.</summary>
    public static IReadOnlyList<PropertyValue> Arrange(IReadOnlyList<PropertyValue> elements)
    {
        if (IsArranged(elements))
            return elements;
        var distinct = new Dictionary<PropertyValue, PropertyValue>(elements.Count);
        var unknown = new List<PropertyValue>();
        foreach (var element in elements)
        {
            if (element.IsUnknown)
                unknown.Add(element);
            else if (!distinct.TryAdd(element.Bare, element) && element.IsSecret)
                distinct[element.Bare] = element;
        }
        var keys = new string[distinct.Count];
        var values = new PropertyValue[distinct.Count];
        var next = 0;
        foreach (var (bare, element) in distinct)
        {
            keys[next] = KeyOf(bare);
            values[next++] = element;
        }
        Array.Sort(keys, values, StringComparer.Ordinal);
        return unknown.Count == 0 ? values : [.. values, .. unknown];
    }

    /// <summary>Whether these are plain strings in their order already, as a set is each time after the first.</summary>
    private static bool IsArranged(IReadOnlyList<PropertyValue> elements)
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
