namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetPoolNumbers.InvokeAsync"/>.</summary>
public sealed class GetPoolNumbersArgs : InvokeArgs
{
    /// <summary>No arguments but the defaults.</summary>
    public static new GetPoolNumbersArgs Empty => new();

    /// <summary>The Vonage account that owns the pool. Default: the provider's <c>vonageAccountId</c>.</summary>
    [Input("accountId")]
    public string? AccountId { get; set; }

    /// <summary>The pool's id.</summary>
    [Input("poolId", required: true)]
    public string PoolId { get; set; } = null!;

    /// <summary>Lists only numbers that begin with these digits.</summary>
    [Input("prefix")]
    public string? Prefix { get; set; }
}
