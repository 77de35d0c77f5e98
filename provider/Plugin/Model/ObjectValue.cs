using System.Collections.Frozen;

namespace PulumiNumbers.Plugin.Model;

/// <summary>Values by name. Order means nothing.</summary>
internal sealed record ObjectValue(IReadOnlyDictionary<string, PropertyValue> Properties) : PropertyValue
{
    /// <summary>The object without properties.</summary>
    public static ObjectValue Empty { get; } = new(FrozenDictionary<string, PropertyValue>.Empty);

    /// <summary>The value of a name; null where there is none, or a null.</summary>
    public PropertyValue? this[string name] =>
        Properties.TryGetValue(name, out var value) && !value.IsNull ? value : null;

    /// <inheritdoc/>
    public bool Equals(ObjectValue? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Properties.Count == other.Properties.Count
            && Properties.All(property => other.Properties.TryGetValue(property.Key, out var value) && property.Value.Equals(value)));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var sum = 0;
        foreach (var (name, value) in Properties)
            sum = unchecked(sum + HashCode.Combine(name, value));
        return sum;
    }
}
