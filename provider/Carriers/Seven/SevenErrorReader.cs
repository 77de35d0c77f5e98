using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>
/// Reads seven.io's errors: a bare number as the whole body, on HTTP 200 or 4xx; or <c>{"success": false, "error": "…"}</c>.
/// </summary>
internal sealed class SevenErrorReader : IErrorReader
{
    public CarrierError? Read(HttpStatusCode status, JToken? body) => body switch
    {
        JValue { Type: JTokenType.Integer or JTokenType.String } value => OfNumber(value.ToString(CultureInfo.InvariantCulture)),
        JObject refusal when IsFalse(refusal["success"]) => new CarrierError
        {
            Words = Text(refusal["error"]) ?? Text(refusal["error_text"]),
            TrueStatus = (int)status < 400 ? HttpStatusCode.BadRequest : null,
        },
        JObject failure when (int)status >= 400 && (Text(failure["error"]) ?? Text(failure["message"])) is { } words
            => new CarrierError { Words = words },
        _ => null,
    };

    private static CarrierError? OfNumber(string code) => code switch
    {
        "300" => Translated(code, CarrierErrorKind.Unauthenticated, "authentication is missing"),
        "402" => Translated(
            code, CarrierErrorKind.RateLimited, "the same request was sent moments ago (reload lock)", advice: "Wait three minutes, then run it again."),
        "500" => Translated(code, CarrierErrorKind.InsufficientFunds, "the account's credit is insufficient"),
        "600" => Translated(code, CarrierErrorKind.Unavailable, "the carrier behind seven.io failed", FaultEffect.Unknown),
        "700" => Translated(code, CarrierErrorKind.Unexpected, "unknown error", FaultEffect.Unknown),
        "900" => Translated(code, CarrierErrorKind.Unauthenticated, "the API key is not valid"),
        "902" => Translated(
            code, CarrierErrorKind.Forbidden, "the API is switched off for this key", advice: "Switch the API on for this key in seven.io's settings."),
        "903" => Translated(
            code, CarrierErrorKind.Forbidden, "this machine's IP address is not allowed", advice: "Allow this machine's IP address for the key in seven.io's settings."),
        { Length: 3 } when code.All(char.IsAsciiDigit) && code != "100" => Translated(code, CarrierErrorKind.Unexpected, $"error {code}", FaultEffect.Unknown),
        _ => null,
    };

    private static CarrierError Translated(
        string code, CarrierErrorKind kind, string words, FaultEffect effect = FaultEffect.Refused, string? advice = null)
        => new() { Code = code, Kind = kind, Words = words, Effect = effect, Advice = advice };

    private static bool IsFalse(JToken? token) => Text(token) is { } text && (text.Equals("false", StringComparison.OrdinalIgnoreCase) || text == "0");

    private static string? Text(JToken? token) => token is JValue { Value: { } value } ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
}
