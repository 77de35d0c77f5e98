namespace PulumiNumbers.Plugin.Model;

/// <summary>Compares values by content: secrets and outputs count as what is in them, at any depth.</summary>
internal sealed class ContentComparer : IEqualityComparer<PropertyValue>
{
    private ContentComparer()
    {
    }

    /// <summary>The only instance.</summary>
    public static ContentComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(PropertyValue? x, PropertyValue? y) => ReferenceEquals(x, y) || (x?.Bare, y?.Bare) switch
    {
        (null, null) => true,
        (ArrayValue left, ArrayValue right) => left.Elements.SequenceEqual(right.Elements, this),
        (ObjectValue left, ObjectValue right) => left.Properties.Count == right.Properties.Count && left.Properties.All(
            property => right.Properties.TryGetValue(property.Key, out var other) && Equals(property.Value, other)),
        ({ } left, { } right) => left.Equals(right),
        _ => false,
    };

    /// <inheritdoc/>
    public int GetHashCode(PropertyValue obj) => obj.Bare switch
    {
        ArrayValue array => array.Elements.Aggregate(array.Elements.Count, (hash, element) => HashCode.Combine(hash, GetHashCode(element))),
        ObjectValue members => members.Properties.Sum(member => GetHashCode(member.Value) >> 8),
        var bare => bare.GetHashCode(),
    };
}
