using System.Runtime.Serialization;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>How inbound calls to an owned number are handled (KPN, Vonage).</summary>
public enum VoiceCallbackType
{
    /// <summary>Calls go to a SIP URI.</summary>
    [EnumMember(Value = "sip")]
    Sip,

    /// <summary>Calls go to another telephone number.</summary>
    [EnumMember(Value = "tel")]
    Tel,

    /// <summary>Calls go to an application, named by its id.</summary>
    [EnumMember(Value = "app")]
    App,
}
