using PulumiNumbers.Carriers.Authentication;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Kpn;

/// <summary>KPN's API store login: OAuth 2.0 client credentials, in a form whose address carries the grant type too.</summary>
internal sealed class KpnTokenIssuer(CarrierHttp login, Redactor redactor, KpnCredentials credentials) : ITokenIssuer
{
    public Task<AccessToken> IssueAsync(AccessToken? previous, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<AccessToken>(
            "log in to the API store", HttpMethod.Post, CarrierPath.Of().With("grant_type", "client_credentials"), Repeatability.Read,
            Answer.As<TokenJson, AccessToken>(json => json.ToToken(redactor)))
        {
            IsLogin = true,
            Body = new FormBody().With("client_id", credentials.ClientId).With("client_secret", credentials.ClientSecret.Reveal()),
        };
        return login.SendAsync(request, cancellationToken);
    }
}
