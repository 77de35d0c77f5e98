using System.Text;
using System.Text.Json.Nodes;

namespace PulumiNumbers.Emulator.Http;

/// <summary>JSON with a comma behind the last member too, as in KPN's documents.</summary>
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
