using System.Globalization;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Kpn;

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

    private static CarrierResponse Refuse(int status, string code, string words) =>
        CarrierResponse.Json(new JsonObject { ["error"] = code, ["error_description"] = words }, status);
}
