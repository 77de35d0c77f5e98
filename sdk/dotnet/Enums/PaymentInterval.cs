namespace Pulumi.Numbers;

/// <summary>How often a number's rent is due. Only seven.io lets one choose; the others bill by the month.</summary>
[EnumType]
public readonly record struct PaymentInterval
{
    private readonly string _value;

    private PaymentInterval(string value) => _value = value;

    /// <summary>Every month.</summary>
    public static PaymentInterval Monthly { get; } = new("monthly");

    /// <summary>Every year.</summary>
    public static PaymentInterval Annually { get; } = new("annually");

    /// <summary>The value as the provider spells it.</summary>
    public static explicit operator string(PaymentInterval value) => value._value;

    /// <summary>The value as the provider spells it.</summary>
    public override string ToString() => _value;
}
