using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Http;

/// <summary>
/// Reads the JSON that carriers send: trailing commas, numbers as strings and strings as numbers are taken.
/// No type is ever made by a name in the data, and nesting is bounded.
/// </summary>
internal static class LenientJson
{
    private const int MaxDepth = 32;

    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        TypeNameHandling = TypeNameHandling.None,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
        MaxDepth = MaxDepth,
    });

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

    /// <summary>The token as a <typeparamref name="T"/>.</summary>
    /// <exception cref="JsonException">The token has another shape, or there is none.</exception>
    public static T Read<T>(JToken? token)
        where T : class
        => token?.ToObject<T>(Serializer) ?? throw new JsonSerializationException("the answer is empty");
}
