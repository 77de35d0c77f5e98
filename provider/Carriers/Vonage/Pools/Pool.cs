using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;

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

/// <summary>A sender pool as Vonage reports it (Number Pools API v2).</summary>
public sealed record Pool
{
    /// <summary>Which pool, of which account.</summary>
    public required PoolAddress Address { get; init; }

    /// <summary>What happens when no number has a matching prefix.</summary>
    public required PoolFallback Fallback { get; init; }

    /// <summary>Whether a number with the destination's country prefix is preferred.</summary>
    public required bool LocalizedSenderPreferred { get; init; }

    /// <summary>Whether a destination keeps the same sender.</summary>
    public required bool PredictableSenderPreferred { get; init; }
}

/// <summary>A change of a pool's rules: what is null stays as it is.</summary>
public sealed record PoolPatch
{
    /// <inheritdoc cref="Pool.Fallback"/>
    public PoolFallback? Fallback { get; init; }

    /// <inheritdoc cref="Pool.LocalizedSenderPreferred"/>
    public bool? LocalizedSenderPreferred { get; init; }

    /// <inheritdoc cref="Pool.PredictableSenderPreferred"/>
    public bool? PredictableSenderPreferred { get; init; }

    /// <summary>Whether nothing changes.</summary>
    public bool IsEmpty => this is { Fallback: null, LocalizedSenderPreferred: null, PredictableSenderPreferred: null };
}

/// <summary>What Vonage does with a message when no number of the pool has a matching prefix (Number Pools API v2, <c>fallback</c>).</summary>
[Description("What Vonage does with a message when no number of the pool has a matching prefix (Number Pools API v2, `fallback`).")]
public enum PoolFallback
{
    /// <summary>Send from any number of the pool.</summary>
    [Description("Send from any number of the pool.")]
    [EnumMember(Value = "Pool")]
    Pool,

    /// <summary>Send from the number that the message itself names.</summary>
    [Description("Send from the number that the message itself names.")]
    [EnumMember(Value = "CustomFrom")]
    CustomFrom,

    /// <summary>Refuse the message.</summary>
    [Description("Refuse the message.")]
    [EnumMember(Value = "Reject")]
    Reject,
}
