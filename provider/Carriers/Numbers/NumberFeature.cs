using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Numbers;

/// <summary>What a number can do.</summary>
public enum NumberFeature
{
    /// <summary>Short messages (all carriers).</summary>
    [EnumMember(Value = "SMS")]
    Sms,

    /// <summary>Calls (all carriers).</summary>
    [EnumMember(Value = "VOICE")]
    Voice,

    /// <summary>Picture messages (KPN and Vonage).</summary>
    [EnumMember(Value = "MMS")]
    Mms,

    /// <summary>Short messages from applications to people (seven.io, <c>a2p_sms</c>).</summary>
    [EnumMember(Value = "A2P_SMS")]
    A2pSms,
}
