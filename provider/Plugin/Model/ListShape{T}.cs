namespace PulumiNumbers.Plugin.Model;

/// <summary>A list: order and duplicates mean something.</summary>
internal sealed class ListShape<T>(Shape element) : CollectionShape(element)
{
    /// <inheritdoc/>
    protected override object Collect(IEnumerable<object> elements) => elements.Cast<T>().ToArray();
}
