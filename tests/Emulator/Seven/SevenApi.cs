using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>seven's HTTP face.</summary>
internal sealed class SevenApi : ICarrierApi
{
    private const int MissingAuthentication = 300;
    private const int UnknownError = 700;
    private const int InvalidApiKey = 900;
    private readonly SevenCarrier _seven;
    private readonly EmulatorState _state;

    public SevenApi(SevenCarrier seven, EmulatorState state)
    {
        _seven = seven;
        _state = state;
        var orders = new SevenOrders(seven, AccountFor, state);
        var settings = new SevenSettings(AccountFor, state);
        Endpoints =
        [
            new(Operations.Search, "GET", "/api/numbers/available", orders.Available),
            new(Operations.Buy, "POST", "/api/numbers/order", orders.Order),
            new(Operations.ListOwned, "GET", "/api/numbers/active", settings.List),
            new(Operations.GetOwned, "GET", "/api/numbers/active/{number}", settings.Get),
            new(Operations.Update, "PATCH", "/api/numbers/active/{number}", settings.Update),
            new(Operations.Cancel, "DELETE", "/api/numbers/active/{number}", orders.Delete),
        ];
    }

    public string Name => CarrierNames.Seven;

    public IEnumerable<CarrierEndpoint> Endpoints { get; }

    public string? AccountOf(CarrierRequest request) => _seven.Credentials.Authenticate(KeyOf(request), secret: null);

    public CarrierResponse? Refuse(CarrierRequest request)
    {
        var code = KeyOf(request) is null ? MissingAuthentication : AccountOf(request) is null ? InvalidApiKey : _seven.Refusal;
        return code is { } error ? SevenResponses.NumericError(error, _state.Behavior.SevenErrorStatus) : null;
    }

    public CarrierResponse NoSuchOperation(CarrierRequest request) => SevenResponses.Refused("Not found", StatusCodes.Status404NotFound);

    public CarrierResponse Error(CarrierRequest request, int status) => SevenResponses.NumericError(UnknownError, status);

    private SevenAccount AccountFor(CarrierRequest request) => _seven.AccountOf(AccountOf(request)!);

    private static string? KeyOf(CarrierRequest request) =>
        request.Header("X-Api-Key") is { Length: > 0 } header ? header : request.BearerToken();
}
