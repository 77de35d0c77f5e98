using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Kpn;

/// <summary>KPN's API store login: OAuth 2.0 client credentials, in a form whose address carries the grant type too.</summary>
internal sealed class KpnTokenIssuer(CarrierHttp login, Redactor redactor, KpnCredentials credentials) : ITokenIssuer
{
    public Task<AccessToken> IssueAsync(AccessToken? previous, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<AccessToken>(
            "log in to the API store", HttpMethod.Post, CarrierPath.Of().With("grant_type", "client_credentials"), RetrySafety.Safe,
            (_, json) => AccessToken.Read(json, redactor))
        {
            IsLogin = true,
            Body = new FormBody().With("client_id", credentials.ClientId).With("client_secret", credentials.ClientSecret.Value),
        };
        return login.SendAsync(request, cancellationToken);
    }
}
