namespace Pulumi.Numbers;

/// <summary>The carriers from which numbers can be rented.</summary>
[EnumType]
public readonly record struct NumberCarrier
{
    private readonly string _value;

    private NumberCarrier(string value) => _value = value;

    /// <summary>KPN: Vonage's numbers through KPN's API store.</summary>
    public static NumberCarrier Kpn { get; } = new("kpn");

    /// <summary>Vonage itself.</summary>
    public static NumberCarrier Vonage { get; } = new("vonage");

    /// <summary>seven.io.</summary>
    public static NumberCarrier Seven { get; } = new("seven");

    /// <summary>The value as the provider spells it.</summary>
    public static explicit operator string(NumberCarrier value) => value._value;

    /// <summary>The value as the provider spells it.</summary>
    public override string ToString() => _value;
}
