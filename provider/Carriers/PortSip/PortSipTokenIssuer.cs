using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>The PBX's login: by refresh token where there is one, and by password where there is none or it is refused.</summary>
internal sealed class PortSipTokenIssuer(CarrierHttp http, Redactor redactor, PortSipLogin login) : ITokenIssuer
{
    // The id of PortSIP's own API client, the same for every PBX (PortSIP REST API, "Get token").
    private const string ClientId = "9d806019-75b2-4b3d-bb8b-f5a3a412cc0a";

    public async Task<AccessToken> IssueAsync(AccessToken? previous, CancellationToken cancellationToken)
    {
        if (previous?.RefreshToken is { } refreshToken)
        {
            try
            {
                var renewed = await SendAsync(
                    "renew the login", new FormBody()
                        .With("grant_type", "refresh_token")
                        .With("refresh_token", refreshToken)
                        .With("client_id", ClientId),
                    cancellationToken);
                return renewed;
            }
            catch (CarrierException exception) when (exception.Kind is CarrierErrorKind.Unauthenticated or CarrierErrorKind.InvalidRequest)
            {
                // Refresh tokens expire too, and logging out elsewhere revokes them: the password still holds.
            }
        }

        return await SendAsync(
            "log in", new FormBody()
                .With("grant_type", "password")
                .With("username", login.UserName)
                .With("password", login.Password.Value)
                .With("domain", login.Domain)
                .With("scope", "all")
                .With("client_id", ClientId),
            cancellationToken);
    }

    private Task<AccessToken> SendAsync(string operation, FormBody body, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<AccessToken>(
            operation, HttpMethod.Post, CarrierPath.Of("login", "oauth", "token"), RetrySafety.Safe,
            (_, json) => AccessToken.Read(json, redactor))
        {
            IsLogin = true,
            Body = body,
        };
        return http.SendAsync(request, cancellationToken);
    }
}
