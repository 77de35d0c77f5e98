using System.Collections;

namespace PulumiNumbers.Plugin.Model;

/// <summary>An array on the wire, whatever C# makes of it.</summary>
/// <param name="element">What is in it.</param>
internal abstract class CollectionShape(Shape element) : Shape
{
    /// <summary>What is in it.</summary>
    public Shape Element { get; } = element;

    /// <inheritdoc/>
    public override string Noun => "a list";

    /// <inheritdoc/>
    public override object? Empty => Collect([]);

    /// <inheritdoc/>
    public override PropertyValue Write(object value) =>
        new ArrayValue(Sort([.. ((IEnumerable)value).Cast<object>().Select(Element.Write)]));

    /// <summary>Brings elements into the order in which C# collections are written.</summary>
    protected virtual IReadOnlyList<PropertyValue> Sort(PropertyValue[] elements) => elements;

    /// <summary>Makes the C# collection.</summary>
    protected abstract object Collect(IEnumerable<object> elements);

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization) =>
        NormalizeElements(bare, path, normalization);

    /// <summary>Brings each element into normal form.</summary>
    protected PropertyValue NormalizeElements(PropertyValue bare, PropertyPath path, Normalization normalization)
    {
        if (bare is not ArrayValue array)
            return Mismatch(bare, path, normalization);
        var elements = new PropertyValue[array.Elements.Count];
        for (var i = 0; i < elements.Length; i++)
        {
            var at = path.Index(i);
            elements[i] = Element.Normalize(array.Elements[i], at, normalization);
            if (elements[i].IsNull)
                normalization.Fail(at, $"Expected {Element.Noun}, got null.");
        }
        return new ArrayValue(elements);
    }

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare) =>
        bare is ArrayValue array ? Collect(array.Elements.Select(Element.Read).OfType<object>()) : null;
}
