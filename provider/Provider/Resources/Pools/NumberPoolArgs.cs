using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Resources.Pools;

/// <summary>What a program declares of a number pool.</summary>
public record NumberPoolArgs
{
    /// <summary>The account that owns the pool.</summary>
    [Property("The Vonage account that owns the pool (8 lower-case letters and digits). Default: the provider's `vonageAccountId`.", Replaces = true, AlwaysSet = true)]
    [RegularExpression(InputForm.AccountId, ErrorMessage = InputForm.AccountIdRule)]
    public string? AccountId { get; init; }

    /// <summary>The pool's id.</summary>
    [Property("The pool's id, unique within the account: messages name it as their sender. Generated from the resource's name when left out.", Replaces = true)]
    [AutoName, Length(1, 64)]
    public string? PoolId { get; init; }

    /// <summary>What happens when no number of the pool has a matching prefix.</summary>
    [Property("What happens to a message when the pool holds no number with a matching prefix.")]
    [DefaultValue(PoolFallback.Pool)]
    public PoolFallback? Fallback { get; init; }

    /// <summary>Whether a number of the destination's country is preferred.</summary>
    [Property("Whether a number with the country prefix of the destination is preferred as the sender.")]
    [DefaultValue(false)]
    public bool? LocalizedSenderPreferred { get; init; }

    /// <summary>Whether a destination keeps its sender.</summary>
    [Property("Whether one destination always gets its messages from the same sender, as long as that stays in the pool.")]
    [DefaultValue(false)]
    public bool? PredictableSenderPreferred { get; init; }

    /// <summary>Whether it is protected against deletion and replacement.</summary>
    [Property("Refuses to delete or replace the pool as long as the state says `true`. Default: the provider's `releaseProtection`.")]
    public bool? ReleaseProtection { get; init; }
}

/// <summary>A number pool as Vonage has it.</summary>
public sealed record NumberPoolState : NumberPoolArgs
{
    /// <summary>The API key that last saw it.</summary>
    [Property("The API key with which the provider last saw the pool. If the pool is not found with another key, that is an error: it may still exist.")]
    public string? ApiKey { get; init; }
}
