using System.Net;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Http;

/// <summary>One call to a carrier.</summary>
/// <param name="Operation">Its name in words a user reads, such as <c>add numbers to the pool "vip"</c>.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Where, below the carrier's base address.</param>
/// <param name="Repeatability">What a second sending would mean.</param>
internal abstract record CarrierRequest(string Operation, HttpMethod Method, CarrierPath Path, Repeatability Repeatability)
{
    /// <summary>What is sent along.</summary>
    public RequestBody? Body { get; init; }

    /// <summary>Whether the answer brings a token, so that it is not quoted even where it makes no sense.</summary>
    public bool IsLogin { get; init; }

    /// <summary>A status outside 200 to 299 whose body is an answer that <see cref="Read"/> understands.</summary>
    public Func<HttpStatusCode, JToken?, bool>? AlsoUnderstands { get; init; }

    /// <summary>Sharpens what this operation's errors mean, where the carrier's codes alone are too coarse.</summary>
    public Func<CarrierError, CarrierError>? Sharpen { get; init; }

    /// <summary>Makes the result of an answer; an exception means that the answer cannot be understood.</summary>
    public abstract object? Read(HttpStatusCode status, JToken? json);
}
