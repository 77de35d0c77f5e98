namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetOwnedNumbers"/> where they are outputs.</summary>
public sealed class GetOwnedNumbersInvokeArgs : InvokeArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new GetOwnedNumbersInvokeArgs Empty => new();

    /// <summary>The carrier whose account is listed.</summary>
    [Input("carrier", required: true)]
    public Input<NumberCarrier> Carrier { get; set; } = null!;

    /// <summary>The country, as two letters (ISO 3166-1 alpha-2), such as <c>GB</c>.</summary>
    [Input("country")]
    public Input<string>? Country { get; set; }

    /// <summary>Digits that the number must contain.</summary>
    [Input("pattern")]
    public Input<string>? Pattern { get; set; }

    /// <summary>Where in the number <c>pattern</c> must stand. Default: at its beginning.</summary>
    [Input("searchPattern")]
    public Input<SearchPattern>? SearchPattern { get; set; }

    /// <summary>The id of the application that handles the number (Vonage).</summary>
    [Input("appId")]
    public Input<string>? AppId { get; set; }

    /// <summary>Whether any application handles the number (Vonage).</summary>
    [Input("hasApplication")]
    public Input<bool>? HasApplication { get; set; }
}
