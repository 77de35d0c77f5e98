using System.Globalization;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Kpn;

/// <summary>KPN's HTTP face: OAuth, the Numbers API behind it, and the API store's headers on every answer.</summary>
internal sealed class KpnApi : ICarrierApi
{
    private const string Prefix = "/communication/nexmo/phone-numbers";
    private readonly KpnCarrier _kpn;

    public KpnApi(KpnCarrier kpn, EmulatorState state)
    {
        _kpn = kpn;
        var tokens = new KpnTokenEndpoint(kpn, state);
        var variant = new NumbersApiVariant
        {
            Carrier = CarrierNames.Kpn,
            Prefix = Prefix,
            Stock = kpn.Stock,
            Competitors = kpn.Competitors,
            Account = request => AccountOf(request) is { } id ? kpn.AccountOf(id) : null,
            PurchaseRefusal = () => null,
            WriteList = body => CarrierResponse.Json(body) with { Body = TrailingCommaJson.Write(body) },
            FailureStatus = () => state.Behavior.KpnFailureStatus,
            DefaultsToLandline = () => state.Behavior.KpnSearchDefaultsToLandline,
        };
        Endpoints =
        [
            new(Operations.Token, "POST", "/oauth/client_credential/accesstoken", tokens.Issue) { IsOpen = true },
            .. NumbersApiEndpoints.For(variant, state),
        ];
    }

    public string Name => CarrierNames.Kpn;

    public IEnumerable<CarrierEndpoint> Endpoints { get; }

    public string? AccountOf(CarrierRequest request) => request.Operation == Operations.Token
        ? _kpn.Credentials.Authenticate(request.Field("client_id"), request.Field("client_secret"))
        : request.BearerToken() is { } token ? _kpn.Tokens.AccountOf(token) : null;

    public CarrierResponse? Refuse(CarrierRequest request)
    {
        if (AccountOf(request) is null)
            return Error(request, StatusCodes.Status401Unauthorized);
        var reading = _kpn.QuotaMeter.Count();
        request.Quota = reading;
        return reading.Exceeded ? NumbersApiResponses.Failure(429, "quota exceeded", 429) : null;
    }

    public CarrierResponse NoSuchOperation(CarrierRequest request) => Error(request, StatusCodes.Status404NotFound);

    public CarrierResponse Error(CarrierRequest request, int status) => request.Operation == Operations.Token
        ? CarrierResponse.Json(new JsonObject { ["error"] = "server_error", ["error_description"] = NumbersApiResponses.LabelOf(status) }, status)
        : NumbersApiResponses.Failure(status, NumbersApiResponses.LabelOf(status), status);

    public CarrierResponse Finish(CarrierRequest request, CarrierResponse answer)
    {
        var headers = answer.Headers.Add("sunset", "n/a").Add("api-version", "1.0.0");
        if (request.Quota is { } reading)
        {
            headers = headers
                .Add("quota-limit", Text(reading.Quota.Limit))
                .Add("quota-used", Text(reading.Used))
                .Add("quota-interval", Text(reading.Quota.Interval))
                .Add("quota-time-unit", reading.Quota.TimeUnit)
                .Add("quota-reset-UTC", reading.ResetsAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        return answer with { Headers = headers };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
