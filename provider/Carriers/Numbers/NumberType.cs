using System.ComponentModel;
using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Numbers;

/// <summary>The kinds of number that KPN and Vonage tell apart (Numbers API, <c>type</c>).</summary>
[Description("The kinds of number that KPN and Vonage tell apart (Numbers API, `type`).")]
public enum NumberType
{
    /// <summary>A geographic number.</summary>
    [Description("A geographic number.")]
    [EnumMember(Value = "landline")]
    Landline,

    /// <summary>A number that is free for its callers.</summary>
    [Description("A number that is free for its callers.")]
    [EnumMember(Value = "landline-toll-free")]
    LandlineTollFree,

    /// <summary>A mobile number ("long virtual number").</summary>
    [Description("A mobile number (\"long virtual number\").")]
    [EnumMember(Value = "mobile-lvn")]
    MobileLvn,
}
