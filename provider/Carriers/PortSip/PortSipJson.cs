using System.Globalization;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>A collection, or a page of one.</summary>
/// <param name="Items">What it holds.</param>
/// <param name="Count">How many items the whole collection holds; null where not reported.</param>
internal sealed record PortSipPage<TItem>(IReadOnlyList<TItem> Items, int? Count);

/// <summary>Reads and writes the PBX's JSON. Blank fields may come as null.</summary>
internal static class PortSipJson
{
    /// <summary>Reads a page. A body without any sign of a collection is no empty collection.</summary>
    /// <exception cref="UnreadableResponseException">The body is something else.</exception>
    public static PortSipPage<TItem> ReadPage<TItem>(JToken? json, Func<JObject, TItem> item)
    {
        if (json is not JObject body || (!body.ContainsKey("items") && !body.ContainsKey("count")) || body["items"] is JObject or JValue { Value: not null })
            throw new UnreadableResponseException("a collection is expected");
        var count = int.TryParse(Text(body["count"]), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (int?)null;
        return new PortSipPage<TItem>([.. (body["items"] as JArray ?? []).Select(entry => item(Object(entry)))], count);
    }

    public static ExclusiveNumberInfo ReadNumber(JObject json) => new()
    {
        Id = ReadId(json),
        Number = Text(json["number"]) ?? throw new UnreadableResponseException("number is missing"),
        Enabled = json["enabled"] switch
        {
            JValue { Value: bool enabled } => enabled,
            JValue { Value: string text } => !bool.TryParse(text, out var enabled) || enabled,
            _ => true,
        },
        Description = Text(json["description"]),
        CreatedAt = DateTimeOffset.TryParse(
            Text(json["created_at"]), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null,
    };

    public static string ReadId(JObject json) => Text(json["id"]) ?? throw new UnreadableResponseException("id is missing");

    public static CallQueue ReadQueue(JObject json) => new(ReadId(json), Text(json["name"]), Text(json["extension_number"]));

    public static QueueAgent ReadAgent(JObject json) => new(
        Text(json["extension_number"]) ?? throw new UnreadableResponseException("extension_number is missing"),
        Text(json["id"]), Text(json["name"]), Text(json["display_name"]));

    public static JObject Object(JToken? json) => json as JObject ?? throw new UnreadableResponseException("an object is expected");

    public static JObject Write(ExclusiveNumberSettings settings) => new()
    {
        ["number"] = settings.Number,
        ["enabled"] = settings.Enabled,
        ["description"] = settings.Description ?? "",
    };

    private static string? Text(JToken? token) => token is JValue { Type: JTokenType.String or JTokenType.Integer, Value: { } value }
        && Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
}
