namespace Pulumi.Numbers;

/// <summary>The inputs of <see cref="OwnedNumber"/>.</summary>
public sealed class OwnedNumberArgs : ResourceArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new OwnedNumberArgs Empty => new();

    /// <summary>The carrier from which the number is rented.</summary>
    [Input("carrier", required: true)]
    public Input<NumberCarrier> Carrier { get; set; } = null!;

    /// <summary>
    /// The country of the number, as two letters (ISO 3166-1 alpha-2), such as <c>GB</c>. Needed by KPN and Vonage; seven.io searches in
    /// all countries without it.
    /// </summary>
    [Input("country")]
    public Input<string>? Country { get; set; }

    /// <summary>
    /// The number to rent, in any usual spelling of an international number (<c>+44 7700 900000</c>). Left out, one is chosen that meets
    /// the search criteria, and stays.
    /// </summary>
    [Input("number")]
    public Input<string>? Number { get; set; }

    /// <summary>Digits that the number must contain. Used once, when the number is chosen.</summary>
    [Input("pattern")]
    public Input<string>? Pattern { get; set; }

    /// <summary>Where in the number <c>pattern</c> must stand. Default: at its beginning.</summary>
    [Input("searchPattern")]
    public Input<SearchPattern>? SearchPattern { get; set; }

    /// <summary>The kind of number. As an input a search criterion, used once (KPN, Vonage).</summary>
    [Input("type")]
    public Input<NumberType>? Type { get; set; }

    [Input("features")]
    private InputList<NumberFeature>? _features;

    /// <summary>What the number can do. As an input a search criterion, used once: the number must have all of these.</summary>
    public InputList<NumberFeature> Features
    {
        get => _features ??= [];
        set => _features = value;
    }

    /// <summary>The most that the number may cost a month, in the carrier's currency. A dearer number is not bought.</summary>
    [Input("maxMonthlyFee")]
    public Input<double>? MaxMonthlyFee { get; set; }

    /// <summary>
    /// The most that setting the number up may cost, in the carrier's currency (seven.io, the only one to quote it before the purchase).
    /// </summary>
    [Input("maxSetupFee")]
    public Input<double>? MaxSetupFee { get; set; }

    /// <summary>
    /// The URL to which inbound messages go (KPN, Vonage). Vonage tries it with a GET and wants 200 before it accepts it. The empty
    /// string clears it.
    /// </summary>
    [Input("moHttpUrl")]
    public Input<string>? MoHttpUrl { get; set; }

    /// <summary>
    /// The system type of the SMPP client to which inbound messages go (KPN, Vonage). The carrier does not report it back, so changes
    /// made elsewhere are not seen.
    /// </summary>
    [Input("moSmppSysType")]
    public Input<string>? MoSmppSysType { get; set; }

    /// <summary>How inbound calls are handled (KPN, Vonage). Goes together with <c>voiceCallbackValue</c>.</summary>
    [Input("voiceCallbackType")]
    public Input<VoiceCallbackType>? VoiceCallbackType { get; set; }

    /// <summary>
    /// Where inbound calls go: a SIP URI, a telephone number or an application's id, by <c>voiceCallbackType</c> (KPN, Vonage).
    /// </summary>
    [Input("voiceCallbackValue")]
    public Input<string>? VoiceCallbackValue { get; set; }

    /// <summary>
    /// The URL to which the end of a call is reported (KPN, Vonage). The carrier does not report it back, so changes made elsewhere are
    /// not seen.
    /// </summary>
    [Input("voiceStatusCallback")]
    public Input<string>? VoiceStatusCallback { get; set; }

    /// <summary>The id of the application that handles the number (Vonage). The empty string unlinks it.</summary>
    [Input("appId")]
    public Input<string>? AppId { get; set; }

    /// <summary>A name for people (seven.io).</summary>
    [Input("friendlyName")]
    public Input<string>? FriendlyName { get; set; }

    [Input("smsForward")]
    private InputList<string>? _smsForward;

    /// <summary>The telephone numbers to which inbound messages are forwarded (seven.io). The empty list switches this off.</summary>
    public InputList<string> SmsForward
    {
        get => _smsForward ??= [];
        set => _smsForward = value;
    }

    [Input("emailForward")]
    private InputList<string>? _emailForward;

    /// <summary>The mail addresses to which inbound messages are forwarded (seven.io). The empty list switches this off.</summary>
    public InputList<string> EmailForward
    {
        get => _emailForward ??= [];
        set => _emailForward = value;
    }

    /// <summary>
    /// How often the rent is due (seven.io; default <c>annually</c>, as at seven.io). Chosen with the purchase; the carrier offers no way
    /// to change it afterwards.
    /// </summary>
    [Input("paymentInterval")]
    public Input<PaymentInterval>? PaymentInterval { get; set; }

    /// <summary>
    /// Whether the number ends at once when the resource is deleted, rather than at the end of the period that is paid for (seven.io;
    /// default <c>false</c>). KPN and Vonage always end it at once.
    /// </summary>
    [Input("deleteImmediately")]
    public Input<bool>? DeleteImmediately { get; set; }
}
