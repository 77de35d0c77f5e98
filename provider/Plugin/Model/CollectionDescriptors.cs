using System.Collections;

namespace PulumiNumbers.Plugin.Model;

/// <summary>An array on the wire, whatever C# makes of it.</summary>
/// <param name="element">What is in it.</param>
internal abstract class CollectionDescriptor(TypeDescriptor element) : TypeDescriptor
{
    /// <summary>What is in it.</summary>
    public TypeDescriptor Element { get; } = element;

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

/// <summary>A list: order and duplicates mean something.</summary>
internal sealed class ListDescriptor<T>(TypeDescriptor element) : CollectionDescriptor(element)
{
    /// <inheritdoc/>
    protected override object Collect(IEnumerable<object> elements) => elements.Cast<T>().ToArray();
}

/// <summary>Marks the collections in which order and duplicates mean nothing.</summary>
internal interface ISetDescriptor;

/// <summary>A set: order and duplicates mean nothing. In normal form it has no duplicates.</summary>
internal sealed class SetDescriptor<T>(TypeDescriptor element) : CollectionDescriptor(element), ISetDescriptor
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

/// <summary>Values by a name that the user chooses, whatever their C# type.</summary>
/// <param name="element">The values.</param>
internal abstract class MapDescriptor(TypeDescriptor element) : TypeDescriptor
{
    /// <summary>The values.</summary>
    public TypeDescriptor Element { get; } = element;

    /// <inheritdoc/>
    public override string Noun => "an object";

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization)
    {
        if (bare is not ObjectValue members)
            return Mismatch(bare, path, normalization);
        var normal = new Dictionary<string, PropertyValue>(members.Properties.Count, StringComparer.Ordinal);
        foreach (var (key, value) in members.Properties)
        {
            var at = path.Key(key);
            if (value.IsNull)
                normalization.Fail(at, $"Expected {Element.Noun}, got null.");
            normal.Add(key, Element.Normalize(value, at, normalization));
        }
        return new ObjectValue(normal);
    }
}

/// <summary>Values by a name that the user chooses.</summary>
internal sealed class MapDescriptor<T>(TypeDescriptor element) : MapDescriptor(element)
{
    /// <inheritdoc/>
    public override object Empty => new Dictionary<string, T>(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override PropertyValue Write(object value) => new ObjectValue(((IReadOnlyDictionary<string, T>)value).ToDictionary(
        entry => entry.Key, entry => entry.Value is null ? NullValue.Instance : Element.Write(entry.Value), StringComparer.Ordinal));

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare)
    {
        if (bare is not ObjectValue members)
            return null;
        var entries = new Dictionary<string, T>(members.Properties.Count, StringComparer.Ordinal);
        foreach (var (key, value) in members.Properties)
        {
            if (Element.Read(value) is T element)
                entries.Add(key, element);
        }
        return entries;
    }
}
