using System.Globalization;

namespace PulumiNumbers.Plugin.Model;

/// <summary>Any string.</summary>
internal sealed class StringDescriptor : TypeDescriptor
{
    /// <inheritdoc/>
    public override string Noun => "a string";

    /// <inheritdoc/>
    public override bool IsText => true;

    /// <inheritdoc/>
    public override object Empty => "";

    /// <inheritdoc/>
    public override PropertyValue Write(object value) => new StringValue((string)value);

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization) =>
        bare is StringValue ? bare : Mismatch(bare, path, normalization);

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare) => (bare as StringValue)?.Value;
}

/// <summary>One of some names: a C# enum, written as its <c>EnumMember</c> attribute says, or else by its name.</summary>
internal sealed class EnumDescriptor : TypeDescriptor
{
    private readonly Dictionary<string, object> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, string> _byValue = [];

    /// <summary>Takes an enum's members.</summary>
    public EnumDescriptor(string name, string? description, IReadOnlyList<EnumMember> members)
    {
        Name = name;
        Description = description;
        Members = members;
        foreach (var member in Members)
        {
            _byName.Add(member.WireName, member.Value);
            _byValue.Add(member.Value, member.WireName);
        }
    }

    /// <summary>The C# enum's name.</summary>
    public string Name { get; }

    /// <summary>What it is, in Markdown; null for nothing.</summary>
    public string? Description { get; }

    /// <summary>Its members as declared.</summary>
    public IReadOnlyList<EnumMember> Members { get; }

    /// <inheritdoc/>
    public override string Noun => $"one of {string.Join(", ", Members.Select(member => $"'{member.WireName}'"))}";

    /// <inheritdoc/>
    public override bool IsText => true;

    /// <inheritdoc/>
    public override object Empty => Members[0].Value;

    /// <inheritdoc/>
    public override PropertyValue Write(object value) =>
        _byValue.TryGetValue(value, out var name)
            ? new StringValue(name)
            : throw new ArgumentException($"{value} is no member of {Name}.", nameof(value));

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization)
    {
        if (bare is not StringValue { Value: var name })
            return Mismatch(bare, path, normalization);
        if (!_byName.ContainsKey(name))
            normalization.Fail(path, $"Expected {Noun}, got '{name}'.", $"Expected {Noun}.");
        return bare;
    }

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare) =>
        bare is StringValue { Value: var name } ? _byName.GetValueOrDefault(name) : null;
}

/// <summary>A value type that is a string on the wire: parsing reads every spelling, <c>ToString</c> gives the normal form.</summary>
internal sealed class ParsableDescriptor<T> : TypeDescriptor
    where T : struct, IParsable<T>
{
    /// <inheritdoc/>
    public override string Noun => "a string";

    /// <inheritdoc/>
    public override bool IsText => true;

    /// <inheritdoc/>
    public override object Empty => default(T);

    /// <inheritdoc/>
    public override PropertyValue Write(object value) => new StringValue(Format((T)value));

    /// <inheritdoc/>
    protected override PropertyValue NormalizeKnown(PropertyValue bare, PropertyPath path, Normalization normalization)
    {
        if (bare is not StringValue { Value: var text })
            return Mismatch(bare, path, normalization);
        try
        {
            var normal = Format(T.Parse(text, CultureInfo.InvariantCulture));
            return string.Equals(normal, text, StringComparison.Ordinal) ? bare : new StringValue(normal);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            normalization.Fail(path, exception.Message, $"Not a valid {typeof(T).Name}.");
            return bare;
        }
    }

    /// <inheritdoc/>
    protected override object? ReadKnown(PropertyValue bare) =>
        bare is StringValue { Value: var text } && T.TryParse(text, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static string Format(T value) => value is IFormattable formattable
        ? formattable.ToString(format: null, CultureInfo.InvariantCulture)
        : value.ToString() ?? "";
}
