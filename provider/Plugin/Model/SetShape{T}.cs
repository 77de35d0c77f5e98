namespace PulumiNumbers.Plugin.Model;

/// <summary>A set: order and duplicates mean nothing. In normal form it is sorted, with elements that are not known last.</summary>
internal sealed class SetShape<T>(Shape element) : CollectionShape(element), ISetShape
{
    /// <inheritdoc/>
    protected override IReadOnlyList<PropertyValue> Arrange(PropertyValue[] elements) => CanonicalOrder.Arrange(elements);

    /// <inheritdoc/>
    protected override object Collect(IEnumerable<object> elements) => elements.Cast<T>().ToHashSet();
}
