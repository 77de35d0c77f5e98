using System.Security.Cryptography;

namespace PulumiNumbers.Emulator.Auth;

/// <summary>Opaque tokens that expire on the emulator's clock.</summary>
internal sealed class AccessTokens(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _expiry = new(StringComparer.Ordinal);

    public string Issue(TimeSpan lifetime)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        lock (_gate)
            _expiry[token] = clock.GetUtcNow() + lifetime;
        return token;
    }

    public bool IsValid(string token)
    {
        lock (_gate)
            return _expiry.TryGetValue(token, out var expiry) && clock.GetUtcNow() < expiry;
    }

    /// <summary>Takes a token back; answers whether it was valid.</summary>
    public bool Redeem(string token)
    {
        lock (_gate)
            return _expiry.Remove(token, out var expiry) && clock.GetUtcNow() < expiry;
    }

    public void RevokeAll()
    {
        lock (_gate)
            _expiry.Clear();
    }
}
