namespace Pulumi.Numbers;

/// <summary>The inputs of <see cref="NumberPool"/>.</summary>
public sealed class NumberPoolArgs : ResourceArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new NumberPoolArgs Empty => new();

    /// <summary>
    /// The Vonage account that owns the pool (8 lower-case letters and digits). Default: the provider's <c>vonageAccountId</c>.
    /// </summary>
    [Input("accountId")]
    public Input<string>? AccountId { get; set; }

    /// <summary>
    /// The pool's id, unique within the account: messages name it as their sender. Generated from the resource's name when left out.
    /// </summary>
    [Input("poolId")]
    public Input<string>? PoolId { get; set; }

    /// <summary>What happens to a message when the pool holds no number with a matching prefix.</summary>
    [Input("fallback")]
    public Input<PoolFallback>? Fallback { get; set; } = PoolFallback.Pool;

    /// <summary>Whether a number with the country prefix of the destination is preferred as the sender.</summary>
    [Input("localizedSenderPreferred")]
    public Input<bool>? LocalizedSenderPreferred { get; set; } = false;

    /// <summary>Whether one destination always hears from the same sender, as long as that stays in the pool.</summary>
    [Input("predictableSenderPreferred")]
    public Input<bool>? PredictableSenderPreferred { get; set; } = false;
}
