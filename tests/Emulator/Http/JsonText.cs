using System.Text.Encodings.Web;
using System.Text.Json;

namespace PulumiNumbers.Emulator.Http;

/// <summary>How the carriers write JSON: nothing escaped that need not be.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerOptions.Default) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
