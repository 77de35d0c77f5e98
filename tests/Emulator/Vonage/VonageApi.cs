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
        var variant = new NumbersApiVariant
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
            WriteList = body => CarrierResponse.Json(body),
            FailureStatus = () => state.Behavior.VonageFailureStatus,
            DefaultsToLandline = () => false,
            IsVonage = true,
        };
        Endpoints = [.. PoolEndpoints.For(vonage, state), .. NumbersApiEndpoints.For(variant, state)];
    }

    public string Name => CarrierNames.Vonage;

    public IEnumerable<CarrierEndpoint> Endpoints { get; }

    public string? AccountOf(CarrierRequest request) => !_vonage.CredentialsRevoked && request.BasicCredentials() is { } credentials
        ? _vonage.Credentials.Authenticate(credentials.User, credentials.Password)
        : null;

    public CarrierResponse? Refuse(CarrierRequest request)
    {
        if (AccountOf(request) is not { } key)
            return Error(request, StatusCodes.Status401Unauthorized);
        if (!IsPools(request))
            return null;
        return _vonage.Condition switch
        {
            AccountCondition.LowBalance => Problem.Create(request, 402, "low-balance", "This request could not be performed due to your account balance being low"),
            AccountCondition.Suspended => Problem.Create(request, 403, "account-suspended", "This account has been suspended"),
            AccountCondition.Unprovisioned => Problem.Create(request, 403, "unprovisioned", "The product is not enabled for this account"),
            _ => RefuseForeignAccount(request, key),
        };
    }

    public CarrierResponse NoSuchOperation(CarrierRequest request) => Error(request, StatusCodes.Status404NotFound);

    public CarrierResponse Error(CarrierRequest request, int status) => IsPools(request)
        ? status switch
        {
            401 => Problem.Create(request, status, "unauthorized", "You did not provide correct credentials"),
            404 => Problem.Create(request, status, "not-found", "The resource could not be found"),
            429 => Problem.Create(request, status, "throttled", "Too many requests"),
            _ => Problem.Create(request, status, status < 500 ? "bad-request" : "internal-error", $"The request failed with status {status}"),
        }
        : NumbersApiResponses.Failure(status, NumbersApiResponses.LabelOf(status), status);

    private static bool IsPools(CarrierRequest request) => request.Path.StartsWith(PoolsPath, StringComparison.Ordinal);

    private static CarrierResponse? RefuseForeignAccount(CarrierRequest request, string key)
    {
        var account = request.Route("account");
        if (account == key || request.Operation is null)
            return null;
        return AccountId().IsMatch(account)
            ? Problem.Create(request, 404, "not-found", $"No account {account}")
            : Problem.Create(request, 404, "invalid-api-key", $"{account} is not an API key");
    }

    private NexmoAccount? Account(CarrierRequest request)
    {
        var own = AccountOf(request)!;
        return request.Field("target_api_key") switch
        {
            null or "" => _vonage.AccountOf(own),
            var target when target == own => _vonage.AccountOf(own),
            EmulatorCredentials.VonageSubaccountKey when own == EmulatorCredentials.VonageApiKey => _vonage.Subaccount,
            _ => null,
        };
    }

    [GeneratedRegex("^[a-z0-9]{8}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AccountId();
}
