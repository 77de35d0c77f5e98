using System.Text.Json;
using System.Text.Json.Serialization;

namespace PulumiNumbers.Emulator.Control;

/// <summary>The control addresses' JSON: camel case, enumerations in kebab case, durations in seconds, unknown members refused.</summary>
internal static class ControlJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new SecondsConverter() },
    };
}
