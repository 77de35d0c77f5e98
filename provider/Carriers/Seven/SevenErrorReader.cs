using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>
/// Reads seven.io's errors: a bare number as the whole body, on HTTP 200 or 4xx; or <c>{"success": false, "error": "…"}</c>.
/// </summary>
internal sealed class SevenErrorReader : IErrorReader
{
    public CarrierError? Read(HttpStatusCode status, JToken? body) => body switch
    {
        JValue { Type: JTokenType.Integer or JTokenType.String } value => FromCode(value.ToString(CultureInfo.InvariantCulture)),
        JObject refusal when IsFalse(refusal.TextOrNull("success")) => new CarrierError
        {
            CarrierMessage = refusal.TextOrNull("error") ?? refusal.TextOrNull("error_text"),
            TrueStatus = (int)status < 400 ? HttpStatusCode.BadRequest : null,
        },
        JObject failure when (int)status >= 400 && (failure.TextOrNull("error") ?? failure.TextOrNull("message")) is { } message
            => new CarrierError { CarrierMessage = message },
        _ => null,
    };

    private static CarrierError? FromCode(string code) => code switch
    {
        "300" => Known(code, CarrierErrorKind.Unauthenticated, "authentication is missing"),
        "402" => Known(
            code, CarrierErrorKind.RateLimited, "the same request was sent moments ago (reload lock)", advice: "Wait three minutes, then run it again."),
        "500" => Known(code, CarrierErrorKind.InsufficientFunds, "the account's credit is insufficient"),
        "600" => Known(code, CarrierErrorKind.Unavailable, "the carrier behind seven.io failed", RequestEffect.Unknown),
        "700" => Known(code, CarrierErrorKind.Unexpected, "unknown error", RequestEffect.Unknown),
        "900" => Known(code, CarrierErrorKind.Unauthenticated, "the API key is not valid"),
        "902" => Known(
            code, CarrierErrorKind.Forbidden, "the API is switched off for this key", advice: "Switch the API on for this key in seven.io's settings."),
        "903" => Known(
            code, CarrierErrorKind.Forbidden, "this machine's IP address is not allowed", advice: "Allow this machine's IP address for the key in seven.io's settings."),
        { Length: 3 } when code.All(char.IsAsciiDigit) && code != "100" => Known(code, CarrierErrorKind.Unexpected, $"error {code}", RequestEffect.Unknown),
        _ => null,
    };

    private static CarrierError Known(
        string code, CarrierErrorKind kind, string message, RequestEffect effect = RequestEffect.Rejected, string? advice = null)
        => new() { Code = code, Kind = kind, CarrierMessage = message, Effect = effect, Advice = advice };

    private static bool IsFalse(string? text) => text is "0" || string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);
}
