using System.Text.Json;

namespace PulumiNumbers.Emulator.Inventory;

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
