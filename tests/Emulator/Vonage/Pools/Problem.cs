using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>Errors in the shape of RFC 7807.</summary>
internal static class Problem
{
    public static string TypeOf(string code) => "https://developer.vonage.com/api-errors#" + code;

    public static CarrierResponse Create(CarrierRequest request, int status, string code, string detail, Action<JsonObject>? extend = null)
    {
        var problem = Body(request, code, detail);
        extend?.Invoke(problem);
        return CarrierResponse.Json(problem, status) with { ContentType = "application/problem+json" };
    }

    /// <summary>400 that names what is wrong with which parameter.</summary>
    public static CarrierResponse Invalid(CarrierRequest request, string code, params (string Name, string Reason)[] parameters) => Create(
        request, 400, code, "The request could not be processed because of its parameters.",
        problem => problem["invalid_parameters"] = new JsonArray(
            [.. parameters.Select(parameter => new JsonObject { ["name"] = parameter.Name, ["reason"] = parameter.Reason })]));

    public static JsonObject Body(CarrierRequest request, string code, string detail) => new()
    {
        ["type"] = TypeOf(code),
        ["title"] = TitleOf(code),
        ["detail"] = detail,
        ["instance"] = request.TraceId,
    };

    /// <summary>One reason, and the numbers that failed for it.</summary>
    public static JsonObject NumbersFailed(string code, IEnumerable<string> numbers) => new()
    {
        ["type"] = TypeOf(code),
        ["title"] = TitleOf(code),
        ["detail"] = code switch
        {
            "missing-number-subscription" => "No such number subscription",
            "missing-number" => "The number is not in the pool",
            _ => TitleOf(code),
        },
        ["numbers"] = new JsonArray([.. numbers.Select(number => JsonValue.Create(number))]),
    };

    private static string TitleOf(string code)
    {
        var title = code.Replace('-', ' ');
        return char.ToUpperInvariant(title[0]) + title[1..];
    }
}
