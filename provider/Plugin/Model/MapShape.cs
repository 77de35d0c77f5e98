namespace PulumiNumbers.Plugin.Model;

/// <summary>Values by a name that the user chooses, whatever their C# type.</summary>
/// <param name="element">The values.</param>
internal abstract class MapShape(Shape element) : Shape
{
    /// <summary>The values.</summary>
    public Shape Element { get; } = element;

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
