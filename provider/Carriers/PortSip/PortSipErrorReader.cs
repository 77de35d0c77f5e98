using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>Reads the PBX's <c>{"errors": [{code, message, detail}]}</c>; the first error gives the code, all of them the message.</summary>
internal sealed class PortSipErrorReader : IErrorReader
{
    private const string UnknownCode = "UNKNOWN";

    public CarrierError? Read(HttpStatusCode status, JToken? body)
    {
        if ((int)status < 400 || body is not JObject || body["errors"] is not JArray { Count: > 0 } errors)
            return null;
        var code = Text(errors[0], "code") ?? UnknownCode;
        return new CarrierError
        {
            Code = code,
            CarrierMessage = string.Join("; ", errors.Select(CarrierMessage).Where(words => words.Length > 0)),
            Kind = KindOf(code),
        };
    }

    private static string CarrierMessage(JToken error)
    {
        var message = Text(error, "message") ?? "";
        return Text(error, "detail") is { Length: > 0 } detail && detail != message ? $"{message} ({detail})" : message;
    }

    // Codes are open-ended; these parts of them mean the same wherever they occur.
    private static CarrierErrorKind? KindOf(string code) => code.ToUpperInvariant() switch
    {
        "UNAUTHORIZED" or "UNAUTHENTICATED" => CarrierErrorKind.Unauthenticated,
        "FORBIDDEN" or "PERMISSION_DENIED" => CarrierErrorKind.Forbidden,
        var name when name.Contains("NOT_FOUND", StringComparison.Ordinal) || name.Contains("NOT_EXIST", StringComparison.Ordinal)
            => CarrierErrorKind.NotFound,
        var name when name.Contains("EXIST", StringComparison.Ordinal) || name.Contains("DUPLICATE", StringComparison.Ordinal)
            || name.Contains("CONFLICT", StringComparison.Ordinal) => CarrierErrorKind.Conflict,
        _ => null,
    };

    private static string? Text(JToken error, string name) => (error as JObject)?[name] switch
    {
        JValue { Value: { } value } => Convert.ToString(value, CultureInfo.InvariantCulture),
        JContainer container => container.ToString(Newtonsoft.Json.Formatting.None),
        _ => null,
    };
}
