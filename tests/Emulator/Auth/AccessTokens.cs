using System.Security.Cryptography;

namespace PulumiNumbers.Emulator.Auth;

/// <summary>Opaque tokens of accounts, which expire on the emulator's clock.</summary>
internal sealed class AccessTokens(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (DateTimeOffset Expiry, string Account)> _tokens = new(StringComparer.Ordinal);

    public string Issue(TimeSpan lifetime, string account)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        lock (_gate)
            _tokens[token] = (clock.GetUtcNow() + lifetime, account);
        return token;
    }

    /// <summary>The account of a token; null where it is none or has expired.</summary>
    public string? AccountOf(string token)
    {
        lock (_gate)
            return _tokens.TryGetValue(token, out var issued) && clock.GetUtcNow() < issued.Expiry ? issued.Account : null;
    }

    /// <summary>Takes a token back; the account that it was valid for, or null.</summary>
    public string? Redeem(string token)
    {
        lock (_gate)
            return _tokens.Remove(token, out var issued) && clock.GetUtcNow() < issued.Expiry ? issued.Account : null;
    }

    public void RevokeAll()
    {
        lock (_gate)
            _tokens.Clear();
    }
}
