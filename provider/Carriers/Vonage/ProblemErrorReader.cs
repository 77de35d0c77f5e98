using System.Net;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Vonage;

/// <summary>Reads Vonage's problem documents (RFC 9457): the code is the fragment of the type's link, the instance is the trace id.</summary>
internal sealed class ProblemErrorReader : IErrorReader
{
    public CarrierError? Read(HttpStatusCode status, JToken? body)
    {
        if ((int)status < 300 || body is not JObject || body.Value<JToken>("title") is null)
            return null;

        var problem = LenientJson.Read<ProblemJson>(body);
        return new CarrierError
        {
            Code = problem.Code,
            Words = problem.Words,
            TraceId = problem.Instance,
            InvalidParameters = [.. problem.InvalidParameters.Select(parameter => new InvalidParameter(parameter.Name, parameter.Reason))],
            Kind = KindOf(problem.Code),
            Advice = AdviceFor(problem.Code),
        };
    }

    private static CarrierErrorKind? KindOf(string? code) => code switch
    {
        "unauthorized" or "invalid-api-key" => CarrierErrorKind.Unauthenticated,
        "low-balance" => CarrierErrorKind.InsufficientFunds,
        "account-suspended" or "unprovisioned" or "forbidden" => CarrierErrorKind.Forbidden,
        "pool-id-exists" => CarrierErrorKind.Conflict,
        "wrong-verb" => CarrierErrorKind.Unsupported,
        _ => null,
    };

    private static string? AdviceFor(string? code) => code switch
    {
        "unprovisioned" => "Ask the Vonage account manager to enable Number Pools for the account.",
        "account-suspended" => "Ask Vonage's support why the account is suspended.",
        "invalid-api-key" => "Check the account id: it is the API key of the account that holds the pool.",
        "account-id-mismatch" => "Check the account id: the pool belongs to another account.",
        _ => null,
    };
}
