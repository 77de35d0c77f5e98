using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage.Numbers;

/// <summary>
/// Reads the errors of the Numbers API, whose body carries its own status (<c>error-code</c>) whatever the HTTP status says; and
/// of the gateways in front of it: Vonage's problem documents, and two shapes of KPN's API store. None of them says that a number is missing: a
/// gateway's 404 means a wrong path.
/// </summary>
internal sealed class NumbersApiErrorReader : IErrorReader
{
    public const string Success = "200";

    /// <summary>How the label begins where a whole country is sold by hand only; the code is the one of any refused number.</summary>
    private const string ManualOrderCountryPrefix = "Numbers from this country";

    private readonly ProblemErrorReader _problems = new();

    public CarrierError? Read(HttpStatusCode status, JToken? body)
    {
        if (body is not JObject json)
            return null;
        if (json.TextOrNull("error-code") is { } code)
            return FromErrorCode(status, code, json.TextOrNull("error-code-label"));
        if ((int)status < 300)
            return null;
        return FromGateway(json) ?? _problems.Read(status, json);
    }

    private static CarrierError? FromGateway(JObject json)
    {
        if (json["fault"] is JObject fault)
            return new CarrierError { Code = (fault["detail"] as JObject)?.TextOrNull("errorcode"), CarrierMessage = fault.TextOrNull("faultstring") };
        if (json.TextOrNull("transactionId") is not { } transaction)
            return null;

        var messages = new[] { json.TextOrNull("name"), json.TextOrNull("message"), json.TextOrNull("info") }.Where(text => !string.IsNullOrEmpty(text)).Distinct(StringComparer.Ordinal);
        return new CarrierError { Code = json.TextOrNull("code"), CarrierMessage = string.Join(": ", messages), TraceId = transaction };
    }

    private static CarrierError? FromErrorCode(HttpStatusCode status, string code, string? label)
    {
        if (code == Success && (int)status < 400)
            return null;

        var concernsCountry = label?.StartsWith(ManualOrderCountryPrefix, StringComparison.OrdinalIgnoreCase) ?? false;
        var isStatus = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 400 and < 600;
        return new CarrierError
        {
            Code = code,
            CarrierMessage = label,
            Kind = concernsCountry ? CarrierErrorKind.Unsupported : null,
            Advice = concernsCountry ? "Order the number by hand at the carrier, then import it; or choose another country." : null,
            TrueStatus = isStatus ? (HttpStatusCode)number : (int)status < 400 ? HttpStatusCode.BadRequest : null,
        };
    }
}
