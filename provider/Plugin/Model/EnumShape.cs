using System.Reflection;
using System.Runtime.Serialization;

namespace PulumiNumbers.Plugin.Model;

/// <summary>One of some names: a C# enum, written as <see cref="EnumMemberAttribute.Value"/> or else the member's name.</summary>
internal sealed class EnumShape : Shape
{
    private readonly Dictionary<string, object> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<object, string> _byValue = [];

    /// <summary>Takes an enum's members.</summary>
    public EnumShape(Type type)
    {
        Type = type;
        Members = [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(member => member.MetadataToken)];
        foreach (var member in Members)
        {
            var value = member.GetValue(null)!;
            _byName.Add(NameOf(member), value);
            _byValue.Add(value, NameOf(member));
        }
    }

    /// <summary>The C# enum.</summary>
    public Type Type { get; }

    /// <summary>Its members as declared.</summary>
    public IReadOnlyList<FieldInfo> Members { get; }

    /// <inheritdoc/>
    public override string Noun => $"one of {string.Join(", ", Members.Select(member => $"'{NameOf(member)}'"))}";

    /// <inheritdoc/>
    public override bool IsText => true;

    /// <inheritdoc/>
    public override object Empty => _byValue.Keys.First();

    /// <summary>What a member is called on the wire.</summary>
    public static string NameOf(FieldInfo member) => member.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? member.Name;

    /// <inheritdoc/>
    public override PropertyValue Write(object value) =>
        _byValue.TryGetValue(value, out var name)
            ? new StringValue(name)
            : throw new ArgumentException($"{value} is no member of {Type.Name}.", nameof(value));

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
