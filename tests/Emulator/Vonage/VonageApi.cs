using System.Text.RegularExpressions;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.State;
using PulumiNumbers.Emulator.Vonage.Pools;

namespace PulumiNumbers.Emulator.Vonage;

/// <summary>Vonage's HTTP face: Number Pools and Numbers below one address, with the same credentials.</summary>
internal sealed partial class VonageApi : ICarrierApi
{
    private const string PoolsPath = "/v2/numberpools";
    private readonly VonageCarrier _vonage;

    public VonageApi(VonageCarrier vonage, EmulatorState state)
    {
        _vonage = vonage;
        var dialect = new NexmoDialect
        {
            Carrier = CarrierNames.Vonage,
            Prefix = "",
            Stock = vonage.Stock,
            Competitors = vonage.Competitors,
            Account = Account,
            PurchaseRefusal = () => vonage.Condition switch
            {
                AccountCondition.LowBalance => "method failed: not enough balance",
                AccountCondition.Suspended => "method failed: account suspended",
                _ => null,
            },
            WriteList = body => CarrierAnswer.Json(body),
            FailureStatus = state.Options.VonageFailureStatus,
            HasApplications = true,
        };
        Endpoints = [.. PoolEndpoints.For(vonage, state), .. NexmoEndpoints.For(dialect, state)];
    }

    public string Name => CarrierNames.Vonage;

    public IEnumerable<CarrierEndpoint> Endpoints { get; }

    public CarrierAnswer? Refuse(CarrierRequest request)
    {
        if (Authenticated(request) is not { } key)
            return Error(request, StatusCodes.Status401Unauthorized);
        if (!IsPools(request))
            return null;
        return _vonage.Condition switch
        {
            AccountCondition.LowBalance => Problem.Answer(request, 402, "low-balance", "This request could not be performed due to your account balance being low"),
            AccountCondition.Suspended => Problem.Answer(request, 403, "account-suspended", "This account has been suspended"),
            AccountCondition.Unprovisioned => Problem.Answer(request, 403, "unprovisioned", "The product is not enabled for this account"),
            _ => RefuseForeignAccount(request, key),
        };
    }

    public CarrierAnswer NoSuchOperation(CarrierRequest request) => Error(request, StatusCodes.Status404NotFound);

    public CarrierAnswer Error(CarrierRequest request, int status) => IsPools(request)
        ? status switch
        {
            401 => Problem.Answer(request, status, "unauthorized", "You did not provide correct credentials"),
            404 => Problem.Answer(request, status, "not-found", "The resource could not be found"),
            429 => Problem.Answer(request, status, "throttled", "Too many requests"),
            _ => Problem.Answer(request, status, status < 500 ? "bad-request" : "internal-error", $"The request failed with status {status}"),
        }
        : NexmoAnswers.Failure(status, NexmoAnswers.LabelOf(status), status);

    private static bool IsPools(CarrierRequest request) => request.Path.StartsWith(PoolsPath, StringComparison.Ordinal);

    private static CarrierAnswer? RefuseForeignAccount(CarrierRequest request, string key)
    {
        var account = request.Route("account");
        if (account == key || request.Operation is null)
            return null;
        return AccountId().IsMatch(account)
            ? Problem.Answer(request, 404, "not-found", $"No account {account}")
            : Problem.Answer(request, 404, "invalid-api-key", $"{account} is not an API key");
    }

    private NexmoAccount? Account(CarrierRequest request)
    {
        var target = request.Field("target_api_key");
        return _vonage.FindAccount(string.IsNullOrEmpty(target) ? Authenticated(request)! : target);
    }

    private string? Authenticated(CarrierRequest request) => _vonage.CredentialsRevoked ? null : request.BasicCredentials() switch
    {
        (EmulatorCredentials.VonageApiKey, EmulatorCredentials.VonageApiSecret) => EmulatorCredentials.VonageApiKey,
        (EmulatorCredentials.VonageSubaccountKey, EmulatorCredentials.VonageSubaccountSecret) => EmulatorCredentials.VonageSubaccountKey,
        _ => null,
    };

    [GeneratedRegex("^[a-z0-9]{8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AccountId();
}
