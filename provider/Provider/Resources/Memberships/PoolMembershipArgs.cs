using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>What a program says of a pool's numbers.</summary>
public record PoolMembershipArgs
{
    /// <summary>The account that owns the pool.</summary>
    [Property("The Vonage account that owns the pool (8 lower-case letters and digits). Default: the provider's `vonageAccountId`.", Replaces = true, AlwaysSet = true)]
    [RegularExpression(InputForm.AccountId, ErrorMessage = InputForm.AccountIdRule)]
    public string? AccountId { get; init; }

    /// <summary>The pool that holds the numbers.</summary>
    [Property("The id of the pool that shall hold the numbers.", Replaces = true)]
    [Length(1, 64)]
    public required string PoolId { get; init; }

    /// <summary>The numbers that the pool shall hold.</summary>
    [Property("The numbers that the pool shall hold, in any order and in any usual spelling of an international number (`+44 7700 900000`). The account must rent them. As an output: those that the pool holds, as digits; with `authoritative` off, only the declared ones among them.")]
    public required IReadOnlySet<Msisdn> Numbers { get; init; }

    /// <summary>Whether numbers that are not declared are removed.</summary>
    [Property("Whether `numbers` is the whole of the pool: numbers that somebody else added count as drift and are removed. Switch it off where several memberships share a pool; each then looks only at its own numbers.")]
    [DefaultValue(true)]
    public bool? Authoritative { get; init; }
}
