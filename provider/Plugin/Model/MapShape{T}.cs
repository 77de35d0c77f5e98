namespace PulumiNumbers.Plugin.Model;

/// <summary>Values by a name that the user chooses.</summary>
internal sealed class MapShape<T>(Shape element) : MapShape(element)
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
