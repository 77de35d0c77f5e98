using System.Net;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Http;

/// <summary>A call whose answer becomes a <typeparamref name="TResult"/>.</summary>
internal sealed record CarrierRequest<TResult>(
    string Operation, HttpMethod Method, CarrierPath Path, Repeatability Repeatability, Func<HttpStatusCode, JToken?, TResult> Reader)
    : CarrierRequest(Operation, Method, Path, Repeatability)
{
    public override object? Read(HttpStatusCode status, JToken? json) => Reader(status, json);
}
