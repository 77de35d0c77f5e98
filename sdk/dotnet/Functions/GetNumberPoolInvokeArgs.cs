namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetNumberPool"/> where they are outputs.</summary>
public sealed class GetNumberPoolInvokeArgs : InvokeArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new GetNumberPoolInvokeArgs Empty => new();

    /// <summary>The Vonage account that owns the pool. Default: the provider's <c>vonageAccountId</c>.</summary>
    [Input("accountId")]
    public Input<string>? AccountId { get; set; }

    /// <summary>The pool's id.</summary>
    [Input("poolId", required: true)]
    public Input<string> PoolId { get; set; } = null!;
}
