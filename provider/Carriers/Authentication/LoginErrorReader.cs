using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Authentication;

/// <summary>
/// Reads the refusals of a token endpoint: OAuth's (RFC 6749, 5.2), and the carrier's own. Whatever a login answers with 400,
/// the credentials are what is wrong.
/// </summary>
internal sealed class LoginErrorReader(IErrorReader carrier) : IErrorReader
{
    public CarrierError? Read(HttpStatusCode status, JToken? body)
    {
        var error = carrier.Read(status, body) ?? OfOAuth(status, body);
        if (status is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized))
            return error;
        return (error ?? new CarrierError()) with { Kind = CarrierErrorKind.Unauthenticated, Effect = FaultEffect.Refused };
    }

    private static CarrierError? OfOAuth(HttpStatusCode status, JToken? body)
    {
        if ((int)status < 400 || body is not JObject)
            return null;
        var code = body["error"] ?? body["ErrorCode"];
        var words = body["error_description"] ?? body["Error"];
        return code is JValue || words is JValue ? new CarrierError { Code = Text(code), Words = Text(words) } : null;
    }

    private static string? Text(JToken? token) => (token as JValue)?.ToString(CultureInfo.InvariantCulture);
}
