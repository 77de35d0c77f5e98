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
    private readonly int _errorStatus;

    public SevenApi(SevenCarrier seven, EmulatorState state)
    {
        _seven = seven;
        _errorStatus = state.Options.SevenErrorStatus;
        var orders = new SevenOrders(seven, state);
        var settings = new SevenSettings(seven);
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

    public CarrierAnswer? Refuse(CarrierRequest request)
    {
        var key = request.Header("X-Api-Key") is { Length: > 0 } header ? header : request.BearerToken();
        var code = key is null ? MissingAuthentication : key != EmulatorCredentials.SevenApiKey ? InvalidApiKey : _seven.Refusal;
        return code is { } error ? SevenAnswers.Bare(error, _errorStatus) : null;
    }

    public CarrierAnswer NoSuchOperation(CarrierRequest request) => SevenAnswers.Refused("Not found", StatusCodes.Status404NotFound);

    public CarrierAnswer Error(CarrierRequest request, int status) => SevenAnswers.Bare(UnknownError, status);
}
