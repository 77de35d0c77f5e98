using System.Globalization;
using System.Net;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Vonage.Numbers;

/// <summary>
/// Reads the errors of the Numbers API, whose body carries its own status (<c>error-code</c>) whatever the HTTP status says; and
/// of the gateways in front of it: Vonage's problem documents, and faults of KPN's API store.
/// </summary>
internal sealed class NexmoErrorReader : IErrorReader
{
    private const string Success = "200";

    /// <summary>How the label begins where a whole country is sold by hand only; the code is the one of any refused number.</summary>
    private const string CountryByHand = "Numbers from this country";

    private readonly ProblemErrorReader _problems = new();

    public CarrierError? Read(HttpStatusCode status, JToken? body)
    {
        if (body is not JObject)
            return null;
        if (body["error-code"] is JValue code)
            return OfStatus(status, code.ToString(CultureInfo.InvariantCulture), (string?)body["error-code-label"]);
        if (body["fault"] is JObject fault)
        {
            return new CarrierError
            {
                Code = (string?)fault.SelectToken("detail.errorcode"),
                Words = (string?)fault["faultstring"],
            };
        }

        return _problems.Read(status, body);
    }

    private static CarrierError? OfStatus(HttpStatusCode status, string code, string? label)
    {
        if (code == Success)
            return null;

        var concernsCountry = label?.StartsWith(CountryByHand, StringComparison.OrdinalIgnoreCase) ?? false;
        var isStatus = int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 400 and < 600;
        return new CarrierError
        {
            Code = code,
            Words = label,
            Kind = concernsCountry ? CarrierErrorKind.Unsupported : null,
            Advice = concernsCountry ? "Order the number by hand at the carrier, then import it; or choose another country." : null,
            TrueStatus = isStatus ? (HttpStatusCode)number : (int)status < 400 ? HttpStatusCode.BadRequest : null,
        };
    }
}
