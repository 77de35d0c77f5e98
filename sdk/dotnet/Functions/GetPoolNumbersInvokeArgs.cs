namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetPoolNumbers"/> where they are outputs.</summary>
public sealed class GetPoolNumbersInvokeArgs : InvokeArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new GetPoolNumbersInvokeArgs Empty => new();

    /// <summary>The Vonage account that owns the pool. Default: the provider's <c>vonageAccountId</c>.</summary>
    [Input("accountId")]
    public Input<string>? AccountId { get; set; }

    /// <summary>The pool's id.</summary>
    [Input("poolId", required: true)]
    public Input<string> PoolId { get; set; } = null!;

    /// <summary>Lists only numbers that begin with these digits.</summary>
    [Input("prefix")]
    public Input<string>? Prefix { get; set; }
}
