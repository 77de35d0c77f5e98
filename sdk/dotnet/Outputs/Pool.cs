namespace Pulumi.Numbers.Outputs;

/// <summary>A number pool.</summary>
[OutputType]
public sealed class Pool
{
    /// <summary>The Vonage account that owns the pool.</summary>
    public readonly string AccountId;

    /// <summary>The pool's id, unique within the account.</summary>
    public readonly string PoolId;

    /// <summary>What happens to a message when the pool holds no number with a matching prefix.</summary>
    public readonly PoolFallback Fallback;

    /// <summary>Whether a number with the country prefix of the destination is preferred as the sender.</summary>
    public readonly bool LocalizedSenderPreferred;

    /// <summary>Whether one destination always hears from the same sender.</summary>
    public readonly bool PredictableSenderPreferred;

    [OutputConstructor]
    private Pool(
        string accountId,
        string poolId,
        PoolFallback fallback,
        bool localizedSenderPreferred,
        bool predictableSenderPreferred)
    {
        AccountId = accountId;
        PoolId = poolId;
        Fallback = fallback;
        LocalizedSenderPreferred = localizedSenderPreferred;
        PredictableSenderPreferred = predictableSenderPreferred;
    }
}
