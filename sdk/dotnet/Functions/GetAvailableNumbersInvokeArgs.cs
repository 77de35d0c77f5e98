namespace Pulumi.Numbers;

/// <summary>The arguments of <see cref="GetAvailableNumbers"/> where they are outputs.</summary>
public sealed class GetAvailableNumbersInvokeArgs : InvokeArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new GetAvailableNumbersInvokeArgs Empty => new();

    /// <summary>The carrier whose offer is searched.</summary>
    [Input("carrier", required: true)]
    public Input<NumberCarrier> Carrier { get; set; } = null!;

    /// <summary>The country, as two letters (ISO 3166-1 alpha-2), such as <c>GB</c>. Needed by KPN and Vonage.</summary>
    [Input("country")]
    public Input<string>? Country { get; set; }

    /// <summary>Digits that the number must contain.</summary>
    [Input("pattern")]
    public Input<string>? Pattern { get; set; }

    /// <summary>Where in the number <c>pattern</c> must stand. Default: at its beginning.</summary>
    [Input("searchPattern")]
    public Input<SearchPattern>? SearchPattern { get; set; }

    /// <summary>The kind of number (KPN, Vonage).</summary>
    [Input("type")]
    public Input<NumberType>? Type { get; set; }

    [Input("features")]
    private InputList<NumberFeature>? _features;

    /// <summary>What the number must be able to do: all of these.</summary>
    public InputList<NumberFeature> Features
    {
        get => _features ??= [];
        set => _features = value;
    }

    /// <summary>The most that the number may cost a month, in the carrier's currency.</summary>
    [Input("maxMonthlyFee")]
    public Input<double>? MaxMonthlyFee { get; set; }

    /// <summary>The most that setting the number up may cost, in the carrier's currency (seven.io).</summary>
    [Input("maxSetupFee")]
    public Input<double>? MaxSetupFee { get; set; }

    /// <summary>The payment interval for which fees are quoted (seven.io; default <c>annually</c>).</summary>
    [Input("paymentInterval")]
    public Input<PaymentInterval>? PaymentInterval { get; set; }

    /// <summary>How many numbers to list at most. Left out, all of them, however many pages that takes.</summary>
    [Input("limit")]
    public Input<int>? Limit { get; set; }
}
