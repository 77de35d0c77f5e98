using System.Diagnostics.CodeAnalysis;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>Names one pool of one account; written <c>account/pool</c>.</summary>
/// <param name="AccountId">The account's id, which is its API key: 8 lower-case letters and digits.</param>
/// <param name="PoolId">The pool's id, unique within the account.</param>
public sealed record PoolAddress(string AccountId, string PoolId) : IParsable<PoolAddress>
{
    /// <summary>Reads <c>account/pool</c>.</summary>
    /// <exception cref="FormatException">The text does not name a pool.</exception>
    public static PoolAddress Parse(string s) => Parse(s, provider: null);

    /// <inheritdoc/>
    public static PoolAddress Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var result)
        ? result
        : throw new FormatException($"'{s}' does not name a pool: write account/pool, such as a1b2c3d4/customers");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out PoolAddress result)
    {
        var slash = s?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        result = slash > 0 && slash < s!.Length - 1 ? new PoolAddress(s[..slash], s[(slash + 1)..]) : null;
        return result is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{AccountId}/{PoolId}";
}
