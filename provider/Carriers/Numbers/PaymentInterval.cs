using System.ComponentModel;
using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Numbers;

/// <summary>How often a number's rent is due. Only seven.io lets one choose; the others bill by the month.</summary>
[Description("How often a number's rent is due. Only seven.io lets one choose; the others bill by the month.")]
public enum PaymentInterval
{
    /// <summary>Every month.</summary>
    [Description("Every month.")]
    [EnumMember(Value = "monthly")]
    Monthly,

    /// <summary>Every year.</summary>
    [Description("Every year.")]
    [EnumMember(Value = "annually")]
    Annually,
}
