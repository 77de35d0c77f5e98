using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>The PBX's HTTP face.</summary>
internal sealed class PortSipApi : ICarrierApi
{
    private const string Numbers = "/api/exclusive_numbers";
    private const string Queue = Numbers + "/{id}/call_queues/{queue}";
    private readonly PortSipExchange _exchange;

    public PortSipApi(PortSipExchange exchange, EmulatorState state)
    {
        _exchange = exchange;
        var login = new PortSipLogin(exchange, state);
        var numbers = new ExclusiveNumberOperations(TenantOf, state);
        var queues = new CallQueueOperations(exchange, TenantOf);
        Endpoints =
        [
            new(Operations.Token, "POST", "/api/login/oauth/token", login.Login) { IsOpen = true },
            new(Operations.ListExclusive, "GET", Numbers, numbers.List),
            new(Operations.CreateExclusive, "POST", Numbers, numbers.Create),
            new(Operations.GetExclusive, "GET", Numbers + "/{id}", numbers.Get),
            new(Operations.UpdateExclusive, "POST", Numbers + "/{id}", numbers.Update),
            new(Operations.DeleteExclusive, "POST", Numbers + "/{id}/destroy", numbers.Delete),
            new(Operations.ListQueues, "GET", Numbers + "/{id}/call_queues", queues.ListQueues),
            new(Operations.ListAgents, "GET", Queue + "/agents", queues.ListAgents),
            new(Operations.SetAgents, "POST", Queue + "/agents", queues.SetAgents),
            new(Operations.RemoveAgents, "POST", Queue + "/destroy", queues.RemoveAgents),
        ];
    }

    public string Name => CarrierNames.PortSip;

    public IEnumerable<CarrierEndpoint> Endpoints { get; }

    public string? AccountOf(CarrierRequest request)
    {
        if (request.Operation == Operations.Token)
            return PortSipLogin.AccountOf(request, _exchange);
        if (request.BearerToken() is not { } token)
            return null;
        return _exchange.AccessTokens.AccountOf(token) ?? (_exchange.CredentialsRevoked ? null : _exchange.Credentials.Authenticate(token, secret: null));
    }

    public CarrierResponse? Refuse(CarrierRequest request) =>
        AccountOf(request) is null ? Error(request, StatusCodes.Status401Unauthorized) : null;

    public CarrierResponse NoSuchOperation(CarrierRequest request) => Error(request, StatusCodes.Status404NotFound);

    public CarrierResponse Error(CarrierRequest request, int status) => status switch
    {
        401 => PortSipResponses.Error(status, "UNAUTHORIZED", "unauthorized", "The token is missing, wrong or expired"),
        404 => PortSipResponses.NotFound(request.Path),
        _ => PortSipResponses.Error(status, "UNKNOWN", $"the request failed with status {status}"),
    };

    private PortSipTenant TenantOf(CarrierRequest request) => _exchange.TenantOf(AccountOf(request)!);
}
