using System.ComponentModel;
using System.Runtime.Serialization;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>How inbound calls to an owned number are handled (KPN, Vonage).</summary>
[Description("How inbound calls to an owned number are handled (KPN, Vonage).")]
public enum VoiceCallbackType
{
    /// <summary>Calls go to a SIP URI.</summary>
    [Description("Calls go to a SIP URI.")]
    [EnumMember(Value = "sip")]
    Sip,

    /// <summary>Calls go to another telephone number.</summary>
    [Description("Calls go to another telephone number.")]
    [EnumMember(Value = "tel")]
    Tel,

    /// <summary>Calls go to an application, named by its id.</summary>
    [Description("Calls go to an application, named by its id.")]
    [EnumMember(Value = "app")]
    App,
}
