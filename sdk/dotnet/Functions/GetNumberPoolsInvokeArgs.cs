namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetNumberPools"/> where they are outputs.</summary>
public sealed class GetNumberPoolsInvokeArgs : InvokeArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new GetNumberPoolsInvokeArgs Empty => new();

    /// <summary>The Vonage account whose pools are listed. Default: the provider's <c>vonageAccountId</c>.</summary>
    [Input("accountId")]
    public Input<string>? AccountId { get; set; }

    /// <summary>Lists only pools whose id begins with this.</summary>
    [Input("poolIdPrefix")]
    public Input<string>? PoolIdPrefix { get; set; }

    /// <summary>Lists only pools with this fallback.</summary>
    [Input("fallback")]
    public Input<PoolFallback>? Fallback { get; set; }
}
