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

/// <summary>Where in a number a pattern must stand (Numbers API, <c>search_pattern</c> 0, 1, 2).</summary>
[Description("Where in a number a pattern must stand (Numbers API, `search_pattern` 0, 1, 2).")]
public enum SearchPattern
{
    /// <summary>At its beginning: the carriers' default.</summary>
    [Description("At its beginning: the carriers' default.")]
    [EnumMember(Value = "startsWith")]
    StartsWith,

    /// <summary>Anywhere.</summary>
    [Description("Anywhere.")]
    [EnumMember(Value = "contains")]
    Contains,

    /// <summary>At its end.</summary>
    [Description("At its end.")]
    [EnumMember(Value = "endsWith")]
    EndsWith,
}

/// <summary>The names of number attributes in the carriers' APIs and in programs, read whatever their case.</summary>
public static class NumberAttributeNames
{
    private static readonly IReadOnlyList<NumberType> AllTypes = [NumberType.MobileLvn, NumberType.Landline, NumberType.LandlineTollFree];

    /// <summary>Every type, those that most programs want first.</summary>
    public static IReadOnlyList<NumberType> Types => AllTypes;

    /// <summary>The name of a type.</summary>
    public static string ToWireName(this NumberType type) => type switch
    {
        NumberType.Landline => "landline",
        NumberType.LandlineTollFree => "landline-toll-free",
        NumberType.MobileLvn => "mobile-lvn",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The name of a feature.</summary>
    public static string ToWireName(this NumberFeature feature) => feature switch
    {
        NumberFeature.Sms => "SMS",
        NumberFeature.Voice => "VOICE",
        NumberFeature.Mms => "MMS",
        NumberFeature.A2pSms => "A2P_SMS",
        _ => throw new ArgumentOutOfRangeException(nameof(feature)),
    };

    /// <summary>The name of a payment interval.</summary>
    public static string ToWireName(this PaymentInterval interval) => interval switch
    {
        PaymentInterval.Monthly => "monthly",
        PaymentInterval.Annually => "annually",
        _ => throw new ArgumentOutOfRangeException(nameof(interval)),
    };

    /// <summary>The type of that name; null where there is none.</summary>
    public static NumberType? ParseType(string? name) => name?.ToUpperInvariant() switch
    {
        "LANDLINE" => NumberType.Landline,
        "LANDLINE-TOLL-FREE" => NumberType.LandlineTollFree,
        "MOBILE-LVN" => NumberType.MobileLvn,
        _ => null,
    };

    /// <summary>The feature of that name; null where there is none.</summary>
    public static NumberFeature? ParseFeature(string? name) => name?.ToUpperInvariant() switch
    {
        "SMS" => NumberFeature.Sms,
        "VOICE" => NumberFeature.Voice,
        "MMS" => NumberFeature.Mms,
        "A2P_SMS" => NumberFeature.A2pSms,
        _ => null,
    };

    /// <summary>The payment interval of that name; null where there is none.</summary>
    public static PaymentInterval? ParsePaymentInterval(string? name) => name?.ToUpperInvariant() switch
    {
        "MONTHLY" => PaymentInterval.Monthly,
        "ANNUALLY" => PaymentInterval.Annually,
        _ => null,
    };
}
