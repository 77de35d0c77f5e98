using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Numbers;

/// <summary>The kinds of number that KPN and Vonage tell apart (Numbers API, <c>type</c>).</summary>
public enum NumberType
{
    /// <summary>A geographic number.</summary>
    [EnumMember(Value = "landline")]
    Landline,

    /// <summary>A number that is free for its callers.</summary>
    [EnumMember(Value = "landline-toll-free")]
    LandlineTollFree,

    /// <summary>A mobile number ("long virtual number").</summary>
    [EnumMember(Value = "mobile-lvn")]
    MobileLvn,
}
