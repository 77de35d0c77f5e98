using System.Net;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage;

/// <summary>Reads Vonage's problem documents (RFC 9457): the code is the fragment of the type's link, the instance is the trace id.</summary>
internal sealed class ProblemErrorReader : IErrorReader
{
    public CarrierError? Read(HttpStatusCode status, JToken? body)
    {
        if ((int)status < 300 || body is not JObject json || Problem.Read(json) is not { Title: not null } problem)
            return null;

        return new CarrierError
        {
            Code = problem.Code,
            CarrierMessage = problem.Message,
            TraceId = problem.Instance,
            InvalidParameters = problem.InvalidParameters,
            Kind = KindOf(problem.Code),
            Advice = AdviceFor(problem.Code),
        };
    }

    private static CarrierErrorKind? KindOf(string? code) => code switch
    {
        "not-found" => CarrierErrorKind.NotFound,
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

/// <summary>A problem document of Vonage, read leniently: an error must not hide behind its own shape.</summary>
internal sealed record Problem(string? Type, string? Title, string? Detail, string? Instance, IReadOnlyList<InvalidParameter> InvalidParameters)
{
    /// <summary>The fragment of the type's link: <c>https://developer.vonage.com/api-errors#not-found</c> says <c>not-found</c>.</summary>
    public string? Code => Type?.LastIndexOf('#') is >= 0 and var hash ? Type[(hash + 1)..] : Type;

    public string? Message => (Title, Detail) switch
    {
        ({ Length: > 0 }, { Length: > 0 }) when Title != Detail => $"{Title}: {Detail}",
        ({ Length: > 0 }, _) => Title,
        _ => Detail,
    };

    public static Problem Read(JObject json) => new(
        json.TextOrNull("type"), json.TextOrNull("title"), json.TextOrNull("detail"), json.TextOrNull("instance"),
        [.. (json["invalid_parameters"] as JArray ?? []).OfType<JObject>()
            .Select(item => new InvalidParameter(item.TextOrNull("name") ?? "", item.TextOrNull("reason") ?? ""))]);
}
