using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Keeps secret what came secret: values at the same path as a secret one are made secret.</summary>
internal static class SecretMask
{
    /// <summary>The values, with those secret that are so in the pattern.</summary>
    /// <param name="values">What is about to leave.</param>
    /// <param name="pattern">What came.</param>
    public static ObjectValue Apply(ObjectValue values, ObjectValue pattern) =>
        pattern.ContainsSecret ? MaskMembers(values, pattern) : values;

    /// <summary>
    /// The state with secrets as programs can read them: a secret element makes its whole array secret, since some language runtimes show
    /// nothing of an array that holds one.
    /// </summary>
    public static ObjectValue Hoist(ObjectValue state) => (ObjectValue)Hoist((PropertyValue)state);

    private static PropertyValue Hoist(PropertyValue value) => value switch
    {
        ArrayValue array when array.Elements.Any(element => element.IsSecret) =>
            new ArrayValue([.. array.Elements.Select(element => Hoist(element.Bare))]).AsSecret(),
        ArrayValue array when array.ContainsSecret => HoistElements(array),
        ObjectValue members when members.ContainsSecret => new ObjectValue(
            members.Properties.ToDictionary(member => member.Key, member => Hoist(member.Value), StringComparer.Ordinal)),
        _ => value,
    };

    private static PropertyValue HoistElements(ArrayValue array)
    {
        PropertyValue[] elements = [.. array.Elements.Select(Hoist)];
        return Array.Exists(elements, element => element.IsSecret) ? Hoist(new ArrayValue(elements)) : new ArrayValue(elements);
    }

    private static PropertyValue Mask(PropertyValue value, PropertyValue pattern)
    {
        if (value.IsSecret)
            return value;
        if (pattern.IsSecret)
            return value.AsSecret();
        return (value.Bare, pattern.Bare) switch
        {
            (ObjectValue members, ObjectValue patterns) => MaskMembers(members, patterns),
            (ArrayValue array, ArrayValue patterns) when patterns.ContainsSecret => MaskElements(array, patterns),
            _ => value,
        };
    }

    private static ObjectValue MaskMembers(ObjectValue values, ObjectValue pattern)
    {
        var masked = new Dictionary<string, PropertyValue>(values.Properties.Count, StringComparer.Ordinal);
        foreach (var (name, value) in values.Properties)
            masked.Add(name, pattern.Properties.TryGetValue(name, out var other) ? Mask(value, other) : value);
        return new ObjectValue(masked);
    }

    /// <summary>
    /// Elements may have moved, so a secret one is recognised by its content. Where one is not found again it may have been
    /// rewritten, so that any of the others might be it: then all are secret.
    /// </summary>
    private static PropertyValue MaskElements(ArrayValue array, ArrayValue patterns)
    {
        var byContent = new Dictionary<PropertyValue, PropertyValue>(patterns.Elements.Count, ContentComparer.Instance);
        foreach (var pattern in patterns.Elements.Where(element => element.ContainsSecret))
            byContent[pattern] = pattern;
        var found = 0;
        var masked = new PropertyValue[array.Elements.Count];
        for (var i = 0; i < masked.Length; i++)
        {
            masked[i] = array.Elements[i];
            if (!byContent.TryGetValue(masked[i], out var pattern))
                continue;
            masked[i] = Mask(masked[i], pattern);
            found++;
        }
        return found >= byContent.Count ? new ArrayValue(masked) : array.AsSecret();
    }
}
