namespace PulumiNumbers.Plugin.Model;

/// <summary>A value as the engine knows it. Values are immutable and equal by content.</summary>
internal abstract record PropertyValue
{
    /// <summary>The value without the secrets and outputs around it; <see cref="UnknownValue"/> where it is not known.</summary>
    public virtual PropertyValue Bare => this;

    /// <summary>Whether the value itself, not only something in it, is secret.</summary>
    public virtual bool IsSecret => false;

    /// <summary>Whether the value or anything in it is secret.</summary>
    public bool ContainsSecret => IsSecret || Bare switch
    {
        ArrayValue array => array.Elements.Any(element => element.ContainsSecret),
        ObjectValue members => members.Properties.Values.Any(member => member.ContainsSecret),
        _ => false,
    };

    /// <summary>Whether the value itself, not only something in it, is not known yet.</summary>
    public bool IsUnknown => Bare is UnknownValue;

    /// <summary>Whether there is no value: null, secret or not.</summary>
    public bool IsNull => Bare is NullValue;

    /// <summary>This value, made secret.</summary>
    public PropertyValue AsSecret() => IsSecret ? this : new SecretValue(this);

    /// <summary>This value, secret if asked for.</summary>
    public PropertyValue AsSecret(bool secret) => secret ? AsSecret() : this;
}
