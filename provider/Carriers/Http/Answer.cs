using System.Net;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Http;

/// <summary>The usual readers of a <see cref="CarrierRequest{TResult}"/>.</summary>
internal static class Answer
{
    /// <summary>The body as a <typeparamref name="TJson"/>, made into a <typeparamref name="TResult"/>.</summary>
    public static Func<HttpStatusCode, JToken?, TResult> As<TJson, TResult>(Func<TJson, TResult> map)
        where TJson : class
        => (_, json) => map(LenientJson.Read<TJson>(json));

    /// <summary>The status says it all.</summary>
    public static bool Done(HttpStatusCode status, JToken? json) => true;
}
