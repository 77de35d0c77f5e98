namespace Pulumi.Numbers;

/// <summary>How inbound calls to an owned number are handled (KPN, Vonage).</summary>
[EnumType]
public readonly record struct VoiceCallbackType
{
    private readonly string _value;

    private VoiceCallbackType(string value) => _value = value;

    /// <summary>Calls go to a SIP URI.</summary>
    public static VoiceCallbackType Sip { get; } = new("sip");

    /// <summary>Calls go to another telephone number.</summary>
    public static VoiceCallbackType Tel { get; } = new("tel");

    /// <summary>Calls go to an application, named by its id.</summary>
    public static VoiceCallbackType App { get; } = new("app");

    /// <summary>The value as the provider spells it.</summary>
    public static explicit operator string(VoiceCallbackType value) => value._value;

    /// <summary>The value as the provider spells it.</summary>
    public override string ToString() => _value;
}
