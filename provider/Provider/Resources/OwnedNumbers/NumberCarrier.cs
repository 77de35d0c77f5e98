using System.ComponentModel;
using System.Runtime.Serialization;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>The carriers from which numbers can be rented.</summary>
[Description("The carriers from which numbers can be rented.")]
public enum NumberCarrier
{
    /// <summary>KPN: Vonage's numbers through KPN's API store.</summary>
    [Description("KPN: Vonage's numbers through KPN's API store.")]
    [EnumMember(Value = "kpn")]
    Kpn,

    /// <summary>Vonage itself.</summary>
    [Description("Vonage itself.")]
    [EnumMember(Value = "vonage")]
    Vonage,

    /// <summary>seven.io.</summary>
    [Description("seven.io.")]
    [EnumMember(Value = "seven")]
    Seven,
}
