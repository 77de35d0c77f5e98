using System.Globalization;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Kpn;

/// <summary>KPN's HTTP face: OAuth, the Numbers API behind it, and the API store's headers on every response.</summary>
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

    public CarrierResponse Finish(CarrierRequest request, CarrierResponse response)
    {
        var headers = response.Headers.Add("sunset", "n/a").Add("api-version", "1.0.0");
        if (request.Quota is { } reading)
        {
            headers = headers
                .Add("quota-limit", Text(reading.Quota.Limit))
                .Add("quota-used", Text(reading.Used))
                .Add("quota-interval", Text(reading.Quota.Interval))
                .Add("quota-time-unit", reading.Quota.TimeUnit)
                .Add("quota-reset-UTC", reading.ResetsAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        }

        return response with { Headers = headers };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Hands out access tokens for client credentials.</summary>
internal sealed class KpnTokenEndpoint(KpnCarrier kpn, EmulatorState state)
{
    public CarrierResponse Issue(CarrierRequest request)
    {
        if (request.Query("grant_type") != "client_credentials")
            return Refuse(400, "unsupported_grant_type", "grant_type must be client_credentials");
        if (kpn.CredentialsRevoked || kpn.Credentials.Authenticate(request.Field("client_id"), request.Field("client_secret")) is not { } account)
            return Refuse(401, "invalid_client", "ClientId is invalid");

        var lifetime = state.Options.KpnTokenLifetime;
        request.Effect("issued a token");
        return CarrierResponse.Json(new JsonObject
        {
            ["access_token"] = kpn.Tokens.Issue(lifetime, account),
            ["token_type"] = "Bearer",
            ["expires_in"] = ((long)lifetime.TotalSeconds).ToString(CultureInfo.InvariantCulture),
            ["issued_at"] = state.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["status"] = "approved",
        });
    }

    private static CarrierResponse Refuse(int status, string code, string description) =>
        CarrierResponse.Json(new JsonObject { ["error"] = code, ["error_description"] = description }, status);
}
