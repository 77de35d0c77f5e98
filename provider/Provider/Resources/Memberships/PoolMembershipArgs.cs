using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>What a program declares of a pool's numbers.</summary>
public record PoolMembershipArgs
{
    /// <summary>The account that owns the pool.</summary>
    [Property("The Vonage account that owns the pool (8 lower-case letters and digits). Default: the provider's `vonageAccountId`.", Replaces = true, AlwaysSet = true)]
    [RegularExpression(InputForm.AccountId, ErrorMessage = InputForm.AccountIdRule)]
    public string? AccountId { get; init; }

    /// <summary>The pool that holds the numbers.</summary>
    [Property("The id of the pool that holds the numbers.", Replaces = true)]
    [Length(1, 64)]
    public required string PoolId { get; init; }

    /// <summary>The numbers that the pool is to hold.</summary>
    [Property("The numbers that the pool is to hold, in any order and in any usual spelling of an international number (`+44 7700 900000`). The account must rent them. What Vonage's support put into the pool otherwise, such as the short code `38042`, stays if it is declared as it is. As an output: what the pool holds, as digits; with `authoritative` off, only what is declared.")]
    public required IReadOnlySet<PoolNumber> Numbers { get; init; }

    /// <summary>Whether numbers that are not declared are removed.</summary>
    [Property("Whether `numbers` is the whole of the pool: numbers that somebody else added are drift, which a refresh shows and the update after it removes. Switch it off where several memberships share a pool; each then looks only at its own numbers.")]
    [DefaultValue(true)]
    public bool? Authoritative { get; init; }
}

/// <summary>What a pool holds: <see cref="PoolMembershipArgs.Numbers"/> is then what was found, not what is declared.</summary>
public sealed record PoolMembershipState : PoolMembershipArgs
{
    /// <summary>The API key that last saw the pool.</summary>
    [Property("The API key with which the provider last saw the pool. If the pool is not found with another key, that is an error: it may still exist.")]
    public string? ApiKey { get; init; }
}
