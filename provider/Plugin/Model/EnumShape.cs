namespace PulumiNumbers.Plugin.Model;

/// <summary>One of some names: a C# enum, written as its <c>EnumMember</c> attribute says, or else by its name.</summary>
internal sealed class EnumShape : Shape
{
    private readonly Dictionary<string, object> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, string> _byValue = [];

    /// <summary>Takes an enum's members.</summary>
    public EnumShape(string name, string? description, IReadOnlyList<EnumMember> members)
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
