using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>Tokens for a password or for a refresh token, which serves once.</summary>
internal sealed class PortSipLogin(PortSipExchange exchange, EmulatorState state)
{
    private const string ClientId = "9d806019-75b2-4b3d-bb8b-f5a3a412cc0a";
    private static readonly TimeSpan RefreshLifetime = TimeSpan.FromDays(1);

    public CarrierAnswer Login(CarrierRequest request)
    {
        var granted = request.Field("client_id") == ClientId && !exchange.CredentialsRevoked && request.Field("grant_type") switch
        {
            "password" => IsUser(request) || IsAdministrator(request),
            "refresh_token" => exchange.RefreshTokens.Redeem(request.Field("refresh_token") ?? ""),
            _ => false,
        };
        if (!granted)
            return PortSipAnswers.Error(StatusCodes.Status400BadRequest, "UNAUTHORIZED", "unauthorized", "The login was refused");

        var lifetime = state.Options.PortSipTokenLifetime;
        request.Effect("issued a token");
        return CarrierAnswer.Json(new JsonObject
        {
            ["access_token"] = exchange.AccessTokens.Issue(lifetime),
            ["expires_in"] = (long)lifetime.TotalSeconds,
            ["refresh_token"] = exchange.RefreshTokens.Issue(RefreshLifetime),
            ["token_type"] = "Bearer",
        });
    }

    private static bool IsUser(CarrierRequest request) =>
        request.Field("username") == EmulatorCredentials.PortSipUsername
        && request.Field("password") == EmulatorCredentials.PortSipPassword
        && request.Field("domain") == EmulatorCredentials.PortSipDomain;

    private static bool IsAdministrator(CarrierRequest request) =>
        request.Field("username") == EmulatorCredentials.PortSipAdministrator
        && request.Field("password") == EmulatorCredentials.PortSipAdministratorPassword
        && string.IsNullOrEmpty(request.Field("domain"));
}
