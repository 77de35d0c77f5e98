using System.Diagnostics.CodeAnalysis;

namespace PulumiNumbers.Engine.Properties;

/// <summary>One immutable value of a resource's inputs or outputs. Equality is structural and tells a secret from its plain twin.</summary>
public sealed class PropertyValue : IEquatable<PropertyValue>
{
    private readonly object? _content;

    private PropertyValue(PropertyKind kind, object? content)
    {
        Kind = kind;
        _content = content;
    }

    /// <summary>The value that says that there is none.</summary>
    public static PropertyValue Null { get; } = new(PropertyKind.Null, null);

    /// <summary>The value that only the real update will bring.</summary>
    public static PropertyValue Unknown { get; } = new(PropertyKind.Unknown, null);

    /// <summary>Which of the accessors may be used.</summary>
    public PropertyKind Kind { get; }

    /// <summary>The content of a <see cref="PropertyKind.Boolean"/>.</summary>
    public bool AsBoolean => (bool)Content(PropertyKind.Boolean);

    /// <summary>The content of a <see cref="PropertyKind.Number"/>.</summary>
    public double AsNumber => (double)Content(PropertyKind.Number);

    /// <summary>The content of a <see cref="PropertyKind.String"/>.</summary>
    public string AsString => (string)Content(PropertyKind.String);

    /// <summary>The content of a <see cref="PropertyKind.Array"/>.</summary>
    public IReadOnlyList<PropertyValue> AsArray => (IReadOnlyList<PropertyValue>)Content(PropertyKind.Array);

    /// <summary>The content of a <see cref="PropertyKind.Object"/>.</summary>
    public PropertyMap AsObject => (PropertyMap)Content(PropertyKind.Object);

    /// <summary>What a <see cref="PropertyKind.Secret"/> keeps.</summary>
    public PropertyValue Element => (PropertyValue)Content(PropertyKind.Secret);

    /// <summary>Whether the value itself is unknown, also inside a secret.</summary>
    public bool IsUnknown => Kind == PropertyKind.Unknown || (Kind == PropertyKind.Secret && Element.IsUnknown);

    /// <summary>Whether an unknown stands anywhere in the value.</summary>
    public bool ContainsUnknowns => Kind switch
    {
        PropertyKind.Unknown => true,
        PropertyKind.Secret => Element.ContainsUnknowns,
        PropertyKind.Array => AsArray.Any(e => e.ContainsUnknowns),
        PropertyKind.Object => AsObject.ContainsUnknowns,
        _ => false,
    };

    /// <summary>Whether a secret stands anywhere in the value.</summary>
    public bool ContainsSecrets => Kind switch
    {
        PropertyKind.Secret => true,
        PropertyKind.Array => AsArray.Any(e => e.ContainsSecrets),
        PropertyKind.Object => AsObject.Values.Any(e => e.ContainsSecrets),
        _ => false,
    };

    /// <summary>A boolean value.</summary>
    public static implicit operator PropertyValue(bool value) => Of(value);

    /// <summary>A number value.</summary>
    public static implicit operator PropertyValue(double value) => Of(value);

    /// <summary>A string value; null becomes <see cref="Null"/>.</summary>
    public static implicit operator PropertyValue(string? value) => value is null ? Null : Of(value);

    /// <summary>An object value.</summary>
    public static implicit operator PropertyValue(PropertyMap value) => Of(value);

    /// <summary>An array value.</summary>
    public static implicit operator PropertyValue(PropertyValue[] value) => Of(value);

    /// <summary>A boolean value.</summary>
    public static PropertyValue Of(bool value) => new(PropertyKind.Boolean, value);

    /// <summary>A number value.</summary>
    public static PropertyValue Of(double value) => new(PropertyKind.Number, value);

    /// <summary>A string value.</summary>
    public static PropertyValue Of(string value) => new(PropertyKind.String, value);

    /// <summary>An object value.</summary>
    public static PropertyValue Of(PropertyMap value) => new(PropertyKind.Object, value);

    /// <summary>An array value.</summary>
    public static PropertyValue Of(IReadOnlyList<PropertyValue> value) => new(PropertyKind.Array, value);

    /// <summary>An array of strings.</summary>
    public static PropertyValue Of(IEnumerable<string> values) => Of((IReadOnlyList<PropertyValue>)[.. values.Select(Of)]);

    /// <summary>The value as a secret; a secret stays as it is.</summary>
    public static PropertyValue Secret(PropertyValue value) => value.Kind == PropertyKind.Secret ? value : new(PropertyKind.Secret, value);

    /// <summary>The value without any secret wrapping, at any depth.</summary>
    public PropertyValue Unwrapped() => Kind switch
    {
        PropertyKind.Secret => Element.Unwrapped(),
        PropertyKind.Array when ContainsSecrets => Of((IReadOnlyList<PropertyValue>)[.. AsArray.Select(e => e.Unwrapped())]),
        PropertyKind.Object when ContainsSecrets => Of(AsObject.Unwrapped()),
        _ => this,
    };

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] PropertyValue? other) => other is not null && (ReferenceEquals(this, other) || (Kind == other.Kind && Kind switch
    {
        PropertyKind.Null or PropertyKind.Unknown => true,
        PropertyKind.Array => AsArray.SequenceEqual(other.AsArray),
        _ => _content!.Equals(other._content),
    }));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyValue);

    /// <inheritdoc/>
    public override int GetHashCode() => Kind switch
    {
        PropertyKind.Array => HashCode.Combine(Kind, AsArray.Count),
        PropertyKind.Object => HashCode.Combine(Kind, AsObject.Count),
        _ => HashCode.Combine(Kind, _content),
    };

    /// <summary>A short text for people: secrets as <c>[secret]</c>, unknowns as <c>[unknown]</c>.</summary>
    public override string ToString() => PropertyText.Of(this);

    private object Content(PropertyKind kind) =>
        Kind == kind ? _content! : throw new InvalidOperationException($"A property value of kind {Kind} was read as {kind}.");
}

/// <summary>What a <see cref="PropertyValue"/> holds.</summary>
public enum PropertyKind
{
    /// <summary>The absence of a value, written out.</summary>
    Null,

    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A double, as on the wire.</summary>
    Number,

    /// <summary>A string.</summary>
    String,

    /// <summary>A list of values.</summary>
    Array,

    /// <summary>A map of values; assets, archives and resource references travel as objects with a signature.</summary>
    Object,

    /// <summary>A value that must not be shown or stored in plain text.</summary>
    Secret,

    /// <summary>A value that only the real update will bring.</summary>
    Unknown,
}
