using System.Text.Json.Nodes;
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

/// <summary>PortSIP's errors.</summary>
internal static class PortSipResponses
{
    public static CarrierResponse Error(int status, string code, string message, string? detail = null) => CarrierResponse.Json(
        new JsonObject
        {
            ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["message"] = message, ["detail"] = detail }),
        },
        status);

    public static CarrierResponse Invalid(string detail) =>
        Error(StatusCodes.Status400BadRequest, "VALIDATE_FAILED", "field validation failed", detail);

    public static CarrierResponse NotFound(string what) =>
        Error(StatusCodes.Status404NotFound, "NOT_FOUND", "resource not found", what);
}

/// <summary>Tokens for a password or for a refresh token, which serves once.</summary>
internal sealed class PortSipLogin(PortSipExchange exchange, EmulatorState state)
{
    private const string ClientId = "9d806019-75b2-4b3d-bb8b-f5a3a412cc0a";
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(1);

    public CarrierResponse Login(CarrierRequest request)
    {
        var tenant = request.Field("client_id") == ClientId && !exchange.CredentialsRevoked
            ? request.Field("grant_type") switch
            {
                "password" => AccountOf(request, exchange),
                "refresh_token" => exchange.RefreshTokens.Redeem(request.Field("refresh_token") ?? ""),
                _ => null,
            }
            : null;
        if (tenant is null)
            return PortSipResponses.Error(StatusCodes.Status400BadRequest, "UNAUTHORIZED", "unauthorized", "The login was refused");

        var lifetime = state.Options.PortSipTokenLifetime;
        request.Effect("issued a token");
        return CarrierResponse.Json(new JsonObject
        {
            ["access_token"] = exchange.AccessTokens.Issue(lifetime, tenant),
            ["expires_in"] = (long)lifetime.TotalSeconds,
            ["refresh_token"] = exchange.RefreshTokens.Issue(RefreshLifetime, tenant),
            ["token_type"] = "Bearer",
        });
    }

    /// <summary>The tenant of the user and password; null where they are wrong or missing.</summary>
    public static string? AccountOf(CarrierRequest request, PortSipExchange exchange) => request.Field("username") is { } user
        ? exchange.Credentials.Authenticate($"{user}@{request.Field("domain")}", request.Field("password"))
        : null;
}
