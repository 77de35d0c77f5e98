using System.Text.Json;

namespace PulumiNumbers.Emulator.Inventory;

/// <summary>A number as a carrier offers it.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Number">E.164 digits.</param>
/// <param name="Type">Kind of line.</param>
/// <param name="Features">What it can do.</param>
/// <param name="MonthlyFee">Rent a month, in euros.</param>
/// <param name="SetupFee">Charge at purchase, in euros.</param>
public sealed record StockNumber(
    string Country, string Number, NumberType Type, NumberFeatures Features, decimal MonthlyFee, decimal SetupFee = 0);

/// <summary>The kind of line; the wire names are the members in kebab case.</summary>
public enum NumberType
{
    /// <summary><c>landline</c></summary>
    Landline,

    /// <summary><c>landline-toll-free</c></summary>
    LandlineTollFree,

    /// <summary><c>mobile-lvn</c></summary>
    MobileLvn,
}

/// <summary>What a number can do.</summary>
[Flags]
public enum NumberFeatures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Inbound SMS.</summary>
    Sms = 1,

    /// <summary>Inbound voice.</summary>
    Voice = 2,

    /// <summary>MMS.</summary>
    Mms = 4,

    /// <summary>Application-to-person SMS (seven).</summary>
    A2pSms = 8,
}

/// <summary>How the Numbers API spells types and features.</summary>
internal static class WireNames
{
    public static string ToWire(this NumberType type) => JsonNamingPolicy.KebabCaseLower.ConvertName(type.ToString());

    public static IEnumerable<string> ToWire(this NumberFeatures features)
    {
        if (features.HasFlag(NumberFeatures.Voice))
            yield return "VOICE";
        if (features.HasFlag(NumberFeatures.Sms))
            yield return "SMS";
        if (features.HasFlag(NumberFeatures.Mms))
            yield return "MMS";
    }
}
