namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetNumberPool.InvokeAsync"/>.</summary>
public sealed class GetNumberPoolArgs : InvokeArgs
{
    /// <summary>No arguments but the defaults.</summary>
    public static new GetNumberPoolArgs Empty => new();

    /// <summary>The Vonage account that owns the pool. Default: the provider's <c>vonageAccountId</c>.</summary>
    [Input("accountId")]
    public string? AccountId { get; set; }

    /// <summary>The pool's id.</summary>
    [Input("poolId", required: true)]
    public string PoolId { get; set; } = null!;
}
