namespace PulumiNumbers.Plugin.Model;

/// <summary>A value with its history: maybe not known yet, maybe secret, and the resources that it comes from.</summary>
/// <param name="Element">The value; null where it is not known yet.</param>
/// <param name="Secret">Whether it must not be shown.</param>
/// <param name="Dependencies">The URNs of the resources that it comes from.</param>
internal sealed record OutputValue(PropertyValue? Element, bool Secret, IReadOnlyList<string> Dependencies) : PropertyValue
{
    /// <inheritdoc/>
    public override PropertyValue Bare => Element?.Bare ?? UnknownValue.Instance;

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
