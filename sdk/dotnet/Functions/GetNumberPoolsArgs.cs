namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetNumberPools.InvokeAsync"/>.</summary>
public sealed class GetNumberPoolsArgs : InvokeArgs
{
    /// <summary>No arguments but the defaults.</summary>
    public static new GetNumberPoolsArgs Empty => new();

    /// <summary>The Vonage account whose pools are listed. Default: the provider's <c>vonageAccountId</c>.</summary>
    [Input("accountId")]
    public string? AccountId { get; set; }

    /// <summary>Lists only pools whose id begins with this.</summary>
    [Input("poolIdPrefix")]
    public string? PoolIdPrefix { get; set; }

    /// <summary>Lists only pools with this fallback.</summary>
    [Input("fallback")]
    public PoolFallback? Fallback { get; set; }
}
