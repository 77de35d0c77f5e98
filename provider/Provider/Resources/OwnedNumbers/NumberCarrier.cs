using System.Runtime.Serialization;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>The carriers from which numbers can be rented.</summary>
public enum NumberCarrier
{
    /// <summary>KPN: Vonage's numbers through KPN's API store.</summary>
    [EnumMember(Value = "kpn")]
    Kpn,

    /// <summary>Vonage itself.</summary>
    [EnumMember(Value = "vonage")]
    Vonage,

    /// <summary>seven.io.</summary>
    [EnumMember(Value = "seven")]
    Seven,
}
