using Newtonsoft.Json;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Authentication;

/// <summary>The answer of a token endpoint (RFC 6749, 5.1); <c>expires_in</c> comes as a number or as a string.</summary>
internal sealed record TokenJson
{
    // RFC 6749 leaves out a default; this is short enough to be safe with any issuer.
    private static readonly TimeSpan UnstatedLifetime = TimeSpan.FromMinutes(5);

    [JsonProperty("access_token", Required = Required.Always)]
    public required string Token { get; init; }

    [JsonProperty("expires_in")]
    public double? ExpiresIn { get; init; }

    [JsonProperty("refresh_token")]
    public string? RefreshToken { get; init; }

    /// <summary>The token, kept out of all text from now on.</summary>
    public AccessToken ToToken(Redactor redactor)
    {
        redactor.Hide(Token);
        redactor.Hide(RefreshToken);
        var lifetime = ExpiresIn is > 0 and <= int.MaxValue and { } seconds ? TimeSpan.FromSeconds(seconds) : UnstatedLifetime;
        return new AccessToken(Token, lifetime, RefreshToken);
    }
}
