using System.Net;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>What it means to send a request a second time when it is not known whether the first one was carried out (RFC 9110, 9.2).</summary>
internal enum RetrySafety
{
    /// <summary>Changes nothing: may be sent as often as needed.</summary>
    Safe,

    /// <summary>Changes something, and a second time changes nothing more: may be sent as often as needed.</summary>
    Idempotent,

    /// <summary>Costs money or creates another one each time: sent again only where the carrier certainly did not carry it out.</summary>
    NonIdempotent,
}

/// <summary>What a request carries. Content is made for every attempt, because sending uses it up.</summary>
internal abstract class RequestBody
{
    public abstract HttpContent ToContent();
}

/// <summary>A JSON body.</summary>
internal sealed class JsonBody(JToken json) : RequestBody
{
    public override HttpContent ToContent() => new StringContent(json.ToString(Formatting.None), Encoding.UTF8, "application/json");
}

/// <summary>A form body (<c>application/x-www-form-urlencoded</c>), its fields in the order given; a field without a value is left out.</summary>
internal sealed class FormBody : RequestBody
{
    private readonly List<KeyValuePair<string, string>> _fields = [];

    public FormBody With(string name, string? value)
    {
        if (value is not null)
            _fields.Add(new(name, value));
        return this;
    }

    public override HttpContent ToContent() => new FormUrlEncodedContent(_fields);
}

/// <summary>One call to a carrier.</summary>
/// <param name="Operation">What it does, as the end of "failed to …": <c>add 50 numbers to pool vip</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Where, below the carrier's base URL.</param>
/// <param name="RetrySafety">What a second sending would mean.</param>
internal abstract record CarrierRequest(string Operation, HttpMethod Method, CarrierPath Path, RetrySafety RetrySafety)
{
    /// <summary>What is sent along.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>Whether the response brings a token, so that it is not quoted even where it cannot be read.</summary>
    public bool IsLogin { get; init; }

    /// <summary>Accepts a status outside 200 to 299 whose body <see cref="Read"/> can read.</summary>
    public Func<HttpStatusCode, JToken?, bool>? AcceptsStatus { get; init; }

    /// <summary>Refines what this operation's errors mean, where the carrier's codes alone are too coarse.</summary>
    public Func<CarrierError, CarrierError>? RefineError { get; init; }

    /// <summary>Makes the result of a response; any exception means that the response cannot be read.</summary>
    public abstract object? Read(HttpStatusCode status, JToken? json);
}

/// <summary>A call whose response becomes a <typeparamref name="TResult"/>.</summary>
internal sealed record CarrierRequest<TResult>(
    string Operation, HttpMethod Method, CarrierPath Path, RetrySafety RetrySafety, Func<HttpStatusCode, JToken?, TResult> Reader)
    : CarrierRequest(Operation, Method, Path, RetrySafety)
{
    public override object? Read(HttpStatusCode status, JToken? json) => Reader(status, json);
}
