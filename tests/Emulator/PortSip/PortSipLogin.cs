using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.PortSip;

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
