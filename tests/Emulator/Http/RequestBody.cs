using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace PulumiNumbers.Emulator.Http;

/// <summary>A request's body: its text, read as a form or as JSON when the carrier asks.</summary>
internal sealed record RequestBody(string? ContentType, string Text)
{
    private static readonly IReadOnlyDictionary<string, StringValues> NoFields = new Dictionary<string, StringValues>(StringComparer.Ordinal);

    public bool IsForm => ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    public IReadOnlyDictionary<string, StringValues> Form => IsForm ? QueryHelpers.ParseQuery(Text) : NoFields;

    /// <summary>The body as a JSON object; null where it is none.</summary>
    public JsonObject? JsonObject()
    {
        try
        {
            return JsonNode.Parse(Text) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
