using System.Collections.Immutable;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulumiNumbers.Emulator.Http;

/// <summary>A carrier's response before it goes out.</summary>
internal sealed record CarrierResponse
{
    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public string Body { get; init; } = "";

    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    public static CarrierResponse Json(JsonNode body, int status = (int)HttpStatusCode.OK) =>
        new() { Status = status, ContentType = "application/json", Body = body.ToJsonString(JsonText.Options) };

    public static CarrierResponse Empty(HttpStatusCode status) => new() { Status = (int)status };
}

/// <summary>How the carriers write JSON: nothing escaped that need not be.</summary>
internal static class JsonText
{
    public static JsonSerializerOptions Options { get; } =
        new(JsonSerializerOptions.Default) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}

/// <summary>JSON with a comma after the last member too, as in KPN's documents.</summary>
internal static class TrailingCommaJson
{
    public static string Write(JsonNode node)
    {
        var text = new StringBuilder();
        Append(text, node);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members:
                text.Append('{');
                foreach (var (name, value) in members)
                {
                    text.Append(JsonValue.Create(name).ToJsonString(JsonText.Options)).Append(':');
                    Append(text, value);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonArray items:
                text.Append('[');
                foreach (var item in items)
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            default:
                text.Append(node?.ToJsonString(JsonText.Options) ?? "null");
                break;
        }
    }
}
