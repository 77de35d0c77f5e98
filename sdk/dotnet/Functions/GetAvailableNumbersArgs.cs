namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetAvailableNumbers.InvokeAsync"/>.</summary>
public sealed class GetAvailableNumbersArgs : InvokeArgs
{
    /// <summary>No arguments but the defaults.</summary>
    public static new GetAvailableNumbersArgs Empty => new();

    /// <summary>The carrier whose offer is searched.</summary>
    [Input("carrier", required: true)]
    public NumberCarrier Carrier { get; set; }

    /// <summary>The country, as two letters (ISO 3166-1 alpha-2), such as <c>GB</c>. Needed by KPN and Vonage.</summary>
    [Input("country")]
    public string? Country { get; set; }

    /// <summary>Digits that the number must contain.</summary>
    [Input("pattern")]
    public string? Pattern { get; set; }

    /// <summary>Where in the number <c>pattern</c> must stand. Default: at its beginning.</summary>
    [Input("searchPattern")]
    public SearchPattern? SearchPattern { get; set; }

    /// <summary>The kind of number (KPN, Vonage).</summary>
    [Input("type")]
    public NumberType? Type { get; set; }

    [Input("features")]
    private List<NumberFeature>? _features;

    /// <summary>What the number must be able to do: all of these.</summary>
    public List<NumberFeature> Features
    {
        get => _features ??= [];
        set => _features = value;
    }

    /// <summary>The most that the number may cost a month, in the carrier's currency.</summary>
    [Input("maxMonthlyFee")]
    public double? MaxMonthlyFee { get; set; }

    /// <summary>The most that setting the number up may cost, in the carrier's currency (seven.io).</summary>
    [Input("maxSetupFee")]
    public double? MaxSetupFee { get; set; }

    /// <summary>The payment interval for which fees are quoted (seven.io; default <c>annually</c>).</summary>
    [Input("paymentInterval")]
    public PaymentInterval? PaymentInterval { get; set; }

    /// <summary>How many numbers to list at most. Left out, all of them, however many pages that takes.</summary>
    [Input("limit")]
    public int? Limit { get; set; }
}
