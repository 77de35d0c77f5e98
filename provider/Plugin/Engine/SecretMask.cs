using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Keeps secret what came secret: values at the same path as a secret one are made secret.</summary>
internal static class SecretMask
{
    /// <summary>The values, with those secret that are so in the pattern.</summary>
    /// <param name="values">What is about to leave.</param>
    /// <param name="pattern">What came.</param>
    public static ObjectValue Apply(ObjectValue values, ObjectValue pattern) =>
        ContainsSecret(pattern) ? MaskMembers(values, pattern) : values;

    /// <summary>Whether anything within is secret.</summary>
    public static bool ContainsSecret(PropertyValue value) => value.IsSecret || value.Bare switch
    {
        ArrayValue array => array.Elements.Any(ContainsSecret),
        ObjectValue members => members.Properties.Values.Any(ContainsSecret),
        _ => false,
    };

    private static PropertyValue Mask(PropertyValue value, PropertyValue pattern)
    {
        if (value.IsSecret)
            return value;
        if (pattern.IsSecret)
            return value.AsSecret();
        return (value.Bare, pattern.Bare) switch
        {
            (ObjectValue members, ObjectValue patterns) => MaskMembers(members, patterns),
            (ArrayValue array, ArrayValue patterns) when ContainsSecret(patterns) => MaskElements(array, patterns),
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
        foreach (var pattern in patterns.Elements.Where(ContainsSecret))
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
