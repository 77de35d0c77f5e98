namespace Pulumi.Numbers;

/// <summary>What a number can do.</summary>
[EnumType]
public readonly record struct NumberFeature
{
    private readonly string _value;

    private NumberFeature(string value) => _value = value;

    /// <summary>Short messages (all carriers).</summary>
    public static NumberFeature Sms { get; } = new("SMS");

    /// <summary>Calls (all carriers).</summary>
    public static NumberFeature Voice { get; } = new("VOICE");

    /// <summary>Picture messages (KPN and Vonage).</summary>
    public static NumberFeature Mms { get; } = new("MMS");

    /// <summary>Short messages from applications to people (seven.io, <c>a2p_sms</c>).</summary>
    public static NumberFeature A2pSms { get; } = new("A2P_SMS");

    /// <summary>The value as the provider spells it.</summary>
    public static explicit operator string(NumberFeature value) => value._value;

    /// <summary>The value as the provider spells it.</summary>
    public override string ToString() => _value;
}
