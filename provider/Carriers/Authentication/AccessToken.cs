namespace PulumiNumbers.Carriers.Authentication;

/// <summary>A token as it was issued.</summary>
/// <param name="value">The token.</param>
/// <param name="lifetime">How long it lives from the moment it was asked for.</param>
/// <param name="refreshToken">What renews it without a password; null where there is none.</param>
internal sealed class AccessToken(string value, TimeSpan lifetime, string? refreshToken = null)
{
    public TimeSpan Lifetime { get; } = lifetime;

    public string? RefreshToken { get; } = refreshToken;

    public Credential Credential { get; } = new("Authorization", $"Bearer {value}");
}
