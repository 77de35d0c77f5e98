using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>A response has another shape than the carrier's documents describe. The message names the place and what was expected.</summary>
internal sealed class UnreadableResponseException(string message) : FormatException(message);

/// <summary>
/// Reads the JSON that carriers send. Lenient where it does no harm: trailing commas, numbers as text and text as numbers, null for an empty
/// text, list or object. What is left is <see cref="UnreadableResponseException"/>.
/// </summary>
internal static class JsonFields
{
    private const int MaxDepth = 32;

    /// <summary>The text as JSON; null where it is none.</summary>
    public static JToken? TryParse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            using var reader = new JsonTextReader(new StringReader(text))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Decimal,
                MaxDepth = MaxDepth,
            };
            var token = JToken.Load(reader);
            return reader.Read() ? null : token;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The token as an object.</summary>
    public static JObject Object(JToken? token) => token as JObject ?? throw Unreadable(token, "an object");

    /// <summary>The text of a field, of a number and a truth value too; null where it is missing or null.</summary>
    public static string? Text(this JObject json, string name) => json[name] switch
    {
        null or JValue { Value: null } => null,
        JValue { Type: JTokenType.Boolean } flag => (bool)flag ? "true" : "false",
        JValue value => Convert.ToString(value.Value, CultureInfo.InvariantCulture),
        var other => throw Unreadable(other, "text"),
    };

    /// <summary>The text of a field that must be there.</summary>
    public static string RequiredText(this JObject json, string name)
        => json.Text(name) ?? throw new UnreadableResponseException($"{Place(json, name)} is missing");

    /// <summary>The text of a field, or null where it holds anything else: for errors, whose shape must not hide what went wrong.</summary>
    public static string? TextOrNull(this JObject json, string name) => json[name] is JValue { Value: { } value }
        ? Convert.ToString(value, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The number of a field; null where it is missing, null or empty.</summary>
    public static decimal? Number(this JObject json, string name)
    {
        if (json.Text(name) is not { } text || string.IsNullOrWhiteSpace(text))
            return null;
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : throw Unreadable(json[name], "a number");
    }

    /// <summary>The whole number of a field; null where it is missing, null or empty.</summary>
    public static int? Integer(this JObject json, string name)
    {
        var number = json.Number(name);
        return number is >= int.MinValue and <= int.MaxValue and var whole ? (int)whole : number is null ? null : throw Unreadable(json[name], "a whole number");
    }

    /// <summary>The truth value of a field, also as 0, 1 or text; null where it is missing or null.</summary>
    public static bool? Flag(this JObject json, string name) => json.Text(name)?.Trim() switch
    {
        null or "" => null,
        "0" => false,
        "1" => true,
        var text => bool.TryParse(text, out var flag) ? flag : throw Unreadable(json[name], "true or false"),
    };

    /// <summary>The time of a field, UTC where it names no zone; null where it is missing, null or no time.</summary>
    public static DateTimeOffset? Time(this JObject json, string name) => DateTimeOffset.TryParse(
        json.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>The object of a field; null where it is missing or null.</summary>
    public static JObject? Child(this JObject json, string name) => json[name] switch
    {
        null or JValue { Value: null } => null,
        JObject child => child,
        // PHP writes an empty object as an empty list.
        JArray { Count: 0 } => null,
        var other => throw Unreadable(other, "an object"),
    };

    /// <summary>The items of a field; none where it is missing or null.</summary>
    public static IEnumerable<JToken> Items(this JObject json, string name) => json[name] switch
    {
        null or JValue { Value: null } => [],
        JArray items => items,
        JObject { Count: 0 } => [],
        var other => throw Unreadable(other, "a list"),
    };

    /// <summary>The objects in a list; null items are left out.</summary>
    public static IEnumerable<JObject> Objects(this JObject json, string name)
        => json.Items(name).Where(item => item.Type != JTokenType.Null).Select(Object);

    /// <summary>The texts in a list; null items are left out.</summary>
    public static IReadOnlyList<string> Texts(this JObject json, string name)
    {
        var texts = new List<string>();
        foreach (var item in json.Items(name))
        {
            if (item is not JValue value)
                throw Unreadable(item, "text");
            if (Convert.ToString(value.Value, CultureInfo.InvariantCulture) is { Length: > 0 } text)
                texts.Add(text);
        }

        return texts;
    }

    private static UnreadableResponseException Unreadable(JToken? token, string expected)
    {
        var place = string.IsNullOrEmpty(token?.Path) ? "the response" : token.Path;
        return new UnreadableResponseException($"{place} is {Describe(token)}, expected {expected}");
    }

    private static string Describe(JToken? token) => token?.Type switch
    {
        null or JTokenType.Null => "empty",
        JTokenType.Object => "an object",
        JTokenType.Array => "a list",
        JTokenType.Boolean => "a truth value",
        JTokenType.Integer or JTokenType.Float => "a number",
        _ => "text",
    };

    private static string Place(JObject json, string name) => string.IsNullOrEmpty(json.Path) ? name : $"{json.Path}.{name}";
}
