namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>A change of a pool's rules: what is null stays as it is.</summary>
public sealed record PoolPatch
{
    /// <inheritdoc cref="Pool.Fallback"/>
    public PoolFallback? Fallback { get; init; }

    /// <inheritdoc cref="Pool.LocalizedSenderPreferred"/>
    public bool? LocalizedSenderPreferred { get; init; }

    /// <inheritdoc cref="Pool.PredictableSenderPreferred"/>
    public bool? PredictableSenderPreferred { get; init; }
}
