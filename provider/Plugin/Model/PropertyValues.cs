using System.Collections.Frozen;
using Google.Protobuf.WellKnownTypes;

namespace PulumiNumbers.Plugin.Model;

/// <summary>A value as the engine knows it. Values are immutable and equal by content.</summary>
internal abstract record PropertyValue
{
    /// <summary>The value without the secrets and outputs around it; <see cref="UnknownValue"/> where it is not known.</summary>
    public virtual PropertyValue Unwrapped => this;

    /// <summary>Whether the value itself, not only something in it, is secret.</summary>
    public virtual bool IsSecret => false;

    /// <summary>Whether the value or anything in it is secret.</summary>
    public bool ContainsSecret => IsSecret || Unwrapped switch
    {
        ArrayValue array => array.Elements.Any(element => element.ContainsSecret),
        ObjectValue members => members.Properties.Values.Any(member => member.ContainsSecret),
        _ => false,
    };

    /// <summary>Whether the value itself, not only something in it, is not known yet.</summary>
    public bool IsUnknown => Unwrapped is UnknownValue;

    /// <summary>Whether there is no value: null, secret or not.</summary>
    public bool IsNull => Unwrapped is NullValue;

    /// <summary>This value, made secret.</summary>
    public PropertyValue AsSecret() => IsSecret ? this : new SecretValue(this);

    /// <summary>This value, secret if asked for.</summary>
    public PropertyValue AsSecret(bool secret) => secret ? AsSecret() : this;
}

/// <summary>No value.</summary>
internal sealed record NullValue : PropertyValue
{
    private NullValue()
    {
    }

    /// <summary>The only instance.</summary>
    public static NullValue Instance { get; } = new();
}

/// <summary>A value that is known only after a later step.</summary>
internal sealed record UnknownValue : PropertyValue
{
    private UnknownValue()
    {
    }

    /// <summary>The only instance.</summary>
    public static UnknownValue Instance { get; } = new();
}

/// <summary>True or false.</summary>
internal sealed record BoolValue(bool Value) : PropertyValue;

/// <summary>A number; the wire has no other kind than double.</summary>
internal sealed record NumberValue(double Value) : PropertyValue;

/// <summary>A string.</summary>
internal sealed record StringValue(string Value) : PropertyValue;

/// <summary>A sequence of values.</summary>
internal sealed record ArrayValue(IReadOnlyList<PropertyValue> Elements) : PropertyValue
{
    /// <summary>The array without elements.</summary>
    public static ArrayValue Empty { get; } = new([]);

    /// <inheritdoc/>
    public bool Equals(ArrayValue? other) =>
        ReferenceEquals(this, other) || (other is not null && Elements.SequenceEqual(other.Elements));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in Elements)
            hash.Add(element);
        return hash.ToHashCode();
    }
}

/// <summary>Values by name. Order means nothing.</summary>
internal sealed record ObjectValue(IReadOnlyDictionary<string, PropertyValue> Properties) : PropertyValue
{
    /// <summary>The object without properties.</summary>
    public static ObjectValue Empty { get; } = new(FrozenDictionary<string, PropertyValue>.Empty);

    /// <summary>The value of a name; null where there is none, or a null.</summary>
    public PropertyValue? this[string name] =>
        Properties.TryGetValue(name, out var value) && !value.IsNull ? value : null;

    /// <inheritdoc/>
    public bool Equals(ObjectValue? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && Properties.Count == other.Properties.Count
            && Properties.All(property => other.Properties.TryGetValue(property.Key, out var value) && property.Value.Equals(value)));

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var sum = 0;
        foreach (var (name, value) in Properties)
            sum = unchecked(sum + HashCode.Combine(name, value));
        return sum;
    }
}

/// <summary>A value that must not be shown.</summary>
internal sealed record SecretValue(PropertyValue Element) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyValue Unwrapped => Element.Unwrapped;

    /// <inheritdoc/>
    public override bool IsSecret => true;

    /// <inheritdoc/>
    public override string ToString() => "[secret]";
}

/// <summary>A value with its history: maybe not known yet, maybe secret, and the resources that it comes from.</summary>
/// <param name="Element">The value; null where it is not known yet.</param>
/// <param name="Secret">Whether it must not be shown.</param>
/// <param name="Dependencies">The URNs of the resources that it comes from.</param>
internal sealed record OutputValue(PropertyValue? Element, bool Secret, IReadOnlyList<string> Dependencies) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyValue Unwrapped => Element?.Unwrapped ?? UnknownValue.Instance;

    /// <inheritdoc/>
    public override bool IsSecret => Secret || Element is { IsSecret: true };

    /// <inheritdoc/>
    public bool Equals(OutputValue? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Secret == other.Secret && Equals(Element, other.Element)
            && Dependencies.SequenceEqual(other.Dependencies, StringComparer.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Element, Secret, Dependencies.Count);

    /// <inheritdoc/>
    public override string ToString() => IsSecret ? "[secret]" : $"output({Element})";
}

/// <summary>A reference to another resource.</summary>
/// <param name="Urn">The other resource's URN.</param>
/// <param name="Id">Its id, maybe not known yet; null for a component, which has none.</param>
/// <param name="PackageVersion">The version of its provider; may be empty.</param>
internal sealed record ResourceReferenceValue(string Urn, PropertyValue? Id, string PackageVersion) : PropertyValue;

/// <summary>An asset or an archive, handed on exactly as it came.</summary>
/// <param name="Content">The signed message. Nobody changes it.</param>
internal sealed record AssetValue(Struct Content) : PropertyValue;

/// <summary>Bytes, kept in the base64 in which they came.</summary>
internal sealed record ByteStringValue(string Base64) : PropertyValue;
