using System.Text.Json.Nodes;

namespace PulumiNumbers.Emulator.Http;

/// <summary>Errors as gateways, proxies and web servers in front of an API write them.</summary>
internal static class GatewayResponses
{
    private static readonly ErrorBodyForm[] Forms =
    [
        ErrorBodyForm.KpnGateway, ErrorBodyForm.ApigeeFault, ErrorBodyForm.EmptyObject, ErrorBodyForm.NoBody, ErrorBodyForm.Message, ErrorBodyForm.Html,
    ];

    /// <summary>The same status and headers with a body in <paramref name="form"/>.</summary>
    /// <param name="response">The API's own error.</param>
    /// <param name="form">Whose body it gets.</param>
    /// <param name="traceId">The id that the body carries where its form has one.</param>
    /// <param name="turn">Selects the form of <see cref="ErrorBodyForm.Cycle"/>.</param>
    public static CarrierResponse Apply(CarrierResponse response, ErrorBodyForm form, string traceId, int turn) => form switch
    {
        ErrorBodyForm.Own => response,
        ErrorBodyForm.Cycle => Apply(response, Forms[turn % Forms.Length], traceId, turn),
        ErrorBodyForm.KpnGateway => WithJson(response, new JsonObject
        {
            ["transactionId"] = traceId,
            ["status"] = response.Status,
            ["name"] = NameOf(response.Status),
            ["message"] = "The request could not be processed",
            ["info"] = "https://developer.kpn.com/documentation",
        }),
        ErrorBodyForm.ApigeeFault => WithJson(response, new JsonObject
        {
            ["fault"] = new JsonObject
            {
                ["faultstring"] = NameOf(response.Status),
                ["detail"] = new JsonObject { ["errorcode"] = ApigeeCodeOf(response.Status) },
            },
        }),
        ErrorBodyForm.Message => WithJson(
            response, new JsonObject { ["message"] = response.Status == 404 ? "no Route matched with those values" : NameOf(response.Status) }),
        ErrorBodyForm.EmptyObject => WithJson(response, new JsonObject()),
        ErrorBodyForm.NoBody => response with { ContentType = null, Body = "" },
        _ => response with { ContentType = "text/html", Body = Page(response.Status) },
    };

    /// <summary>nginx's error page.</summary>
    public static string Page(int status) => $"""
        <html>
        <head><title>{status} {NameOf(status)}</title></head>
        <body>
        <center><h1>{status} {NameOf(status)}</h1></center>
        <hr><center>nginx</center>
        </body>
        </html>
        """;

    private static CarrierResponse WithJson(CarrierResponse response, JsonObject body) =>
        CarrierResponse.Json(body, response.Status) with { Headers = response.Headers };

    private static string NameOf(int status) =>
        Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase : "Unknown Error";

    private static string ApigeeCodeOf(int status) => status switch
    {
        401 => "keymanagement.service.invalid_access_token",
        404 => "messaging.adaptors.http.flow.ApplicationNotFound",
        429 => "policies.ratelimit.QuotaViolation",
        502 or 503 or 504 => "messaging.adaptors.http.flow.ServiceUnavailable",
        _ => "messaging.runtime.ExecutionFailure",
    };
}
