namespace PulumiNumbers.Plugin.Model;

/// <summary>A set: order and duplicates mean nothing. In normal form it has no duplicates.</summary>
internal sealed class SetShape<T>(Shape element) : CollectionShape(element), ISetShape
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PropertyValue> Sort(PropertyValue[] elements) => SetOrder.Sort(elements);

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization)
    {
        var outer = normalization.IsInSet;
        normalization.IsInSet = true;
        var normal = NormalizeElements(bare, path, normalization);
        normalization.IsInSet = outer;
        if (normal is not ArrayValue { Elements: PropertyValue[] elements })
            return normal;
        return new ArrayValue(outer ? SetOrder.Sort(elements) : SetOrder.Distinct(elements));
    }

    /// <inheritdoc/>
    protected override object Collect(IEnumerable<object> elements) => elements.Cast<T>().ToHashSet();
}
