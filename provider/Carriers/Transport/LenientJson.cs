using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>Makes records of JSON by their attributes.</summary>
internal static class LenientJson
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        TypeNameHandling = TypeNameHandling.None,
        MetadataPropertyHandling = MetadataPropertyHandling.Ignore,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Decimal,
    });

    /// <summary>The token as a <typeparamref name="T"/>.</summary>
    /// <exception cref="JsonException">The token has another shape, or there is none.</exception>
    public static T Read<T>(JToken? token)
        where T : class
        => token?.ToObject<T>(Serializer) ?? throw new JsonSerializationException("the response is empty");

    /// <summary>The body as a <typeparamref name="TJson"/>, made into a <typeparamref name="TResult"/>.</summary>
    public static Func<HttpStatusCode, JToken?, TResult> As<TJson, TResult>(Func<TJson, TResult> map)
        where TJson : class
        => (_, json) => map(Read<TJson>(json));
}
