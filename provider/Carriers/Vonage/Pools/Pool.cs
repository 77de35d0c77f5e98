namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>A sender pool as Vonage reports it (Number Pools API v2).</summary>
public sealed record Pool
{
    /// <summary>Which pool, of which account.</summary>
    public required PoolAddress Address { get; init; }

    /// <summary>What happens when no number has a matching prefix.</summary>
    public required PoolFallback Fallback { get; init; }

    /// <summary>Whether a number with the destination's country prefix is preferred.</summary>
    public required bool LocalizedSenderPreferred { get; init; }

    /// <summary>Whether a destination keeps hearing from the same sender.</summary>
    public required bool PredictableSenderPreferred { get; init; }
}
