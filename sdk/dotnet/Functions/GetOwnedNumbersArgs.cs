namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetOwnedNumbers.InvokeAsync"/>.</summary>
public sealed class GetOwnedNumbersArgs : InvokeArgs
{
    /// <summary>No arguments but the defaults.</summary>
    public static new GetOwnedNumbersArgs Empty => new();

    /// <summary>The carrier whose account is listed.</summary>
    [Input("carrier", required: true)]
    public NumberCarrier Carrier { get; set; }

    /// <summary>The country, as two letters (ISO 3166-1 alpha-2), such as <c>GB</c>.</summary>
    [Input("country")]
    public string? Country { get; set; }

    /// <summary>Digits that the number must contain.</summary>
    [Input("pattern")]
    public string? Pattern { get; set; }

    /// <summary>Where in the number <c>pattern</c> must stand. Default: at its beginning.</summary>
    [Input("searchPattern")]
    public SearchPattern? SearchPattern { get; set; }

    /// <summary>The id of the application that handles the number (Vonage).</summary>
    [Input("appId")]
    public string? AppId { get; set; }

    /// <summary>Whether any application handles the number (Vonage).</summary>
    [Input("hasApplication")]
    public bool? HasApplication { get; set; }
}
