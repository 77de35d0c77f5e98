namespace PulumiNumbers.Plugin.Model;

/// <summary>A sequence of values.</summary>
internal sealed record ArrayValue(IReadOnlyList<PropertyValue> Elements) : PropertyValue
{
    /// <summary>The array without elements.</summary>
    public static ArrayValue Empty { get; } = new([]);

    /// <inheritdoc/>
    public bool Equals(ArrayValue? other) =>
        ReferenceEquals(this, other) || (other is not null && Elements.SequenceEqual(other.Elements));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in Elements)
            hash.Add(element);
        return hash.ToHashCode();
    }
}
