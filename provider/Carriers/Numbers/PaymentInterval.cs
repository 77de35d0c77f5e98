using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Numbers;

/// <summary>How often a number's rent is due. Only seven.io lets one choose; the others bill by the month.</summary>
public enum PaymentInterval
{
    /// <summary>Every month.</summary>
    [EnumMember(Value = "monthly")]
    Monthly,

    /// <summary>Every year.</summary>
    [EnumMember(Value = "annually")]
    Annually,
}
