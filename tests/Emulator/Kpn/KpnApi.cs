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
        var dialect = new NexmoDialect
        {
            Carrier = CarrierNames.Kpn,
            Prefix = Prefix,
            Stock = kpn.Stock,
            Competitors = kpn.Competitors,
            Account = _ => kpn.Account,
            PurchaseRefusal = () => null,
            WriteList = body => CarrierAnswer.Json(body) with { Body = TrailingCommaJson.Write(body) },
            FailureStatus = state.Options.KpnFailureStatus,
        };
        Endpoints =
        [
            new(Operations.Token, "POST", "/oauth/client_credential/accesstoken", tokens.Issue) { IsOpen = true },
            .. NexmoEndpoints.For(dialect, state),
        ];
    }

    public string Name => CarrierNames.Kpn;

    public IEnumerable<CarrierEndpoint> Endpoints { get; }

    public CarrierAnswer? Refuse(CarrierRequest request)
    {
        if (request.BearerToken() is not { } token || !_kpn.Tokens.IsValid(token))
            return Error(request, StatusCodes.Status401Unauthorized);
        var reading = _kpn.QuotaMeter.Count();
        request.Http.Features.Set(reading);
        return reading.Exceeded ? NexmoAnswers.Failure(429, "quota exceeded", 429) : null;
    }

    public CarrierAnswer NoSuchOperation(CarrierRequest request) => Error(request, StatusCodes.Status404NotFound);

    public CarrierAnswer Error(CarrierRequest request, int status) => request.Operation == Operations.Token
        ? CarrierAnswer.Json(new JsonObject { ["error"] = "server_error", ["error_description"] = NexmoAnswers.LabelOf(status) }, status)
        : NexmoAnswers.Failure(status, NexmoAnswers.LabelOf(status), status);

    public CarrierAnswer Finish(CarrierRequest request, CarrierAnswer answer)
    {
        var headers = answer.Headers.Add("sunset", "n/a").Add("api-version", "1.0.0");
        if (request.Http.Features.Get<QuotaReading>() is { } reading)
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
