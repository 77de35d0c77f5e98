namespace Pulumi.Numbers;

/// <summary>
/// What Vonage does with a message when no number of the pool has a matching prefix (Number Pools API v2, <c>fallback</c>).
/// </summary>
[EnumType]
public readonly record struct PoolFallback
{
    private readonly string _value;

    private PoolFallback(string value) => _value = value;

    /// <summary>Send from any number of the pool.</summary>
    public static PoolFallback Pool { get; } = new("Pool");

    /// <summary>Send from the number that the message itself names.</summary>
    public static PoolFallback CustomFrom { get; } = new("CustomFrom");

    /// <summary>Refuse the message.</summary>
    public static PoolFallback Reject { get; } = new("Reject");

    /// <summary>The value as the provider spells it.</summary>
    public static explicit operator string(PoolFallback value) => value._value;

    /// <summary>The value as the provider spells it.</summary>
    public override string ToString() => _value;
}
