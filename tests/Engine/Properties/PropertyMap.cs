using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace PulumiNumbers.Engine.Properties;

/// <summary>Named values in ordinal order of their names. Filled where it is made (<c>new PropertyMap { ["country"] = "GB" }</c>) and not changed afterwards.</summary>
public sealed class PropertyMap : IReadOnlyDictionary<string, PropertyValue>, IEquatable<PropertyMap>
{
    private readonly SortedDictionary<string, PropertyValue> _values;

    /// <summary>An empty map.</summary>
    public PropertyMap() => _values = new(StringComparer.Ordinal);

    /// <summary>A copy of what another holds.</summary>
    public PropertyMap(IEnumerable<KeyValuePair<string, PropertyValue>> values)
        : this()
    {
        foreach (var (name, value) in values)
            _values[name] = value;
    }

    /// <inheritdoc/>
    public int Count => _values.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _values.Keys;

    /// <inheritdoc/>
    public IEnumerable<PropertyValue> Values => _values.Values;

    /// <summary>Whether an unknown stands anywhere in the map.</summary>
    public bool ContainsUnknowns => _values.Values.Any(v => v.ContainsUnknowns);

    /// <summary>The value of that name; for filling the map.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public PropertyValue this[string key]
    {
        get => _values[key];
        set => _values[key] = value;
    }

    /// <summary>The value of that name, or null.</summary>
    public PropertyValue? Find(string key) => _values.GetValueOrDefault(key);

    /// <summary>A copy with one value set.</summary>
    public PropertyMap With(string key, PropertyValue value) => new(_values) { [key] = value };

    /// <summary>A copy without one value.</summary>
    public PropertyMap Without(string key) => new(_values.Where(p => !string.Equals(p.Key, key, StringComparison.Ordinal)));

    /// <summary>A copy without any secret wrapping, at any depth.</summary>
    public PropertyMap Unwrapped() => new(_values.Select(p => KeyValuePair.Create(p.Key, p.Value.Unwrapped())));

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out PropertyValue value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, PropertyValue>> GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(PropertyMap? other) => other is not null
        && (ReferenceEquals(this, other)
            || (Count == other.Count && _values.All(p => other._values.TryGetValue(p.Key, out var value) && p.Value.Equals(value))));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyMap);

    /// <inheritdoc/>
    public override int GetHashCode() => Count;
}
