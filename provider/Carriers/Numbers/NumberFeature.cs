using System.ComponentModel;
using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Numbers;

/// <summary>What a number can do.</summary>
[Description("What a number can do.")]
public enum NumberFeature
{
    /// <summary>Short messages (all carriers).</summary>
    [Description("Short messages (all carriers).")]
    [EnumMember(Value = "SMS")]
    Sms,

    /// <summary>Calls (all carriers).</summary>
    [Description("Calls (all carriers).")]
    [EnumMember(Value = "VOICE")]
    Voice,

    /// <summary>Picture messages (KPN and Vonage).</summary>
    [Description("Picture messages (KPN and Vonage).")]
    [EnumMember(Value = "MMS")]
    Mms,

    /// <summary>Short messages from applications to people (seven.io, <c>a2p_sms</c>).</summary>
    [Description("Short messages from applications to people (seven.io, `a2p_sms`).")]
    [EnumMember(Value = "A2P_SMS")]
    A2pSms,
}
