using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>A number pool.</summary>
public sealed record PoolResult
{
    /// <summary>The account that owns it.</summary>
    [Property("The Vonage account that owns the pool.")]
    public required string AccountId { get; init; }

    /// <summary>Its id.</summary>
    [Property("The pool's id, unique within the account.")]
    public required string PoolId { get; init; }

    /// <summary>What happens when no number has a matching prefix.</summary>
    [Property("What happens to a message when the pool holds no number with a matching prefix.")]
    public required PoolFallback Fallback { get; init; }

    /// <summary>Whether a number of the destination's country is preferred.</summary>
    [Property("Whether a number with the country prefix of the destination is preferred as the sender.")]
    public required bool LocalizedSenderPreferred { get; init; }

    /// <summary>Whether a destination keeps its sender.</summary>
    [Property("Whether one destination always hears from the same sender.")]
    public required bool PredictableSenderPreferred { get; init; }

    /// <summary>The pool as Vonage reports it.</summary>
    public static PoolResult Of(Pool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new PoolResult
        {
            AccountId = pool.Address.AccountId,
            PoolId = pool.Address.PoolId,
            Fallback = pool.Fallback,
            LocalizedSenderPreferred = pool.LocalizedSenderPreferred,
            PredictableSenderPreferred = pool.PredictableSenderPreferred,
        };
    }
}
