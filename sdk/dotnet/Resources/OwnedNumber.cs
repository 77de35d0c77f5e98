using System.Collections.Immutable;

namespace Pulumi.Numbers;

/// <summary>
/// A telephone number that is rented from a carrier: found, bought, configured, and given up when the resource is deleted.
/// </summary>
[NumbersResourceType(TypeToken)]
public partial class OwnedNumber : CustomResource
{
    private const string TypeToken = "numbers:index:OwnedNumber";

    /// <summary>Declares the resource.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">Its inputs.</param>
    /// <param name="options">How the engine treats it.</param>
    public OwnedNumber(string name, OwnedNumberArgs args, CustomResourceOptions? options = null)
        : base(TypeToken, name, args, Utilities.WithDefaults(options, id: null))
    {
    }

    private OwnedNumber(string name, Input<string> id, CustomResourceOptions? options)
        : base(TypeToken, name, args: null, Utilities.WithDefaults(options, id))
    {
    }

    /// <summary>The carrier from which the number is rented.</summary>
    [Output("carrier")]
    public Output<NumberCarrier> Carrier { get; private set; } = null!;

    /// <summary>
    /// The country of the number, as two letters (ISO 3166-1 alpha-2), such as <c>GB</c>. Needed by KPN and Vonage; seven.io searches in
    /// all countries without it.
    /// </summary>
    [Output("country")]
    public Output<string> Country { get; private set; } = null!;

    /// <summary>
    /// The number to rent, in any usual spelling of an international number (<c>+44 7700 900000</c>). Left out, one is chosen that meets
    /// the search criteria, and stays.
    /// </summary>
    [Output("number")]
    public Output<string> Number { get; private set; } = null!;

    /// <summary>Digits that the number must contain. Used once, when the number is chosen.</summary>
    [Output("pattern")]
    public Output<string?> Pattern { get; private set; } = null!;

    /// <summary>Where in the number <c>pattern</c> must stand. Default: at its beginning.</summary>
    [Output("searchPattern")]
    public Output<SearchPattern?> SearchPattern { get; private set; } = null!;

    /// <summary>The kind of number. As an input a search criterion, used once (KPN, Vonage).</summary>
    [Output("type")]
    public Output<NumberType?> Type { get; private set; } = null!;

    /// <summary>What the number can do. As an input a search criterion, used once: the number must have all of these.</summary>
    [Output("features")]
    public Output<ImmutableArray<NumberFeature>> Features { get; private set; } = null!;

    /// <summary>The most that the number may cost a month, in the carrier's currency. A dearer number is not bought.</summary>
    [Output("maxMonthlyFee")]
    public Output<double?> MaxMonthlyFee { get; private set; } = null!;

    /// <summary>
    /// The most that setting the number up may cost, in the carrier's currency (seven.io, the only one to quote it before the purchase).
    /// </summary>
    [Output("maxSetupFee")]
    public Output<double?> MaxSetupFee { get; private set; } = null!;

    /// <summary>
    /// The URL to which inbound messages go (KPN, Vonage). Vonage tries it with a GET and wants 200 before it accepts it. The empty
    /// string clears it.
    /// </summary>
    [Output("moHttpUrl")]
    public Output<string?> MoHttpUrl { get; private set; } = null!;

    /// <summary>
    /// The system type of the SMPP client to which inbound messages go (KPN, Vonage). The carrier does not report it back, so changes
    /// made elsewhere are not seen.
    /// </summary>
    [Output("moSmppSysType")]
    public Output<string?> MoSmppSysType { get; private set; } = null!;

    /// <summary>How inbound calls are handled (KPN, Vonage). Goes together with <c>voiceCallbackValue</c>.</summary>
    [Output("voiceCallbackType")]
    public Output<VoiceCallbackType?> VoiceCallbackType { get; private set; } = null!;

    /// <summary>
    /// Where inbound calls go: a SIP URI, a telephone number or an application's id, by <c>voiceCallbackType</c> (KPN, Vonage).
    /// </summary>
    [Output("voiceCallbackValue")]
    public Output<string?> VoiceCallbackValue { get; private set; } = null!;

    /// <summary>
    /// The URL to which the end of a call is reported (KPN, Vonage). The carrier does not report it back, so changes made elsewhere are
    /// not seen.
    /// </summary>
    [Output("voiceStatusCallback")]
    public Output<string?> VoiceStatusCallback { get; private set; } = null!;

    /// <summary>The id of the application that handles the number (Vonage). The empty string unlinks it.</summary>
    [Output("appId")]
    public Output<string?> AppId { get; private set; } = null!;

    /// <summary>A name for people (seven.io).</summary>
    [Output("friendlyName")]
    public Output<string?> FriendlyName { get; private set; } = null!;

    /// <summary>The telephone numbers to which inbound messages are forwarded (seven.io). The empty list switches this off.</summary>
    [Output("smsForward")]
    public Output<ImmutableArray<string>> SmsForward { get; private set; } = null!;

    /// <summary>The mail addresses to which inbound messages are forwarded (seven.io). The empty list switches this off.</summary>
    [Output("emailForward")]
    public Output<ImmutableArray<string>> EmailForward { get; private set; } = null!;

    /// <summary>
    /// How often the rent is due (seven.io; default <c>annually</c>, as at seven.io). Chosen with the purchase; the carrier offers no way
    /// to change it afterwards.
    /// </summary>
    [Output("paymentInterval")]
    public Output<PaymentInterval?> PaymentInterval { get; private set; } = null!;

    /// <summary>
    /// Whether the number ends at once when the resource is deleted, rather than at the end of the period that is paid for (seven.io;
    /// default <c>false</c>). KPN and Vonage always end it at once.
    /// </summary>
    [Output("deleteImmediately")]
    public Output<bool?> DeleteImmediately { get; private set; } = null!;

    /// <summary>
    /// What the number costs a month, in <c>currency</c>; a twelfth of a yearly rent. Missing where the carrier did not quote it.
    /// </summary>
    [Output("monthlyFee")]
    public Output<double?> MonthlyFee { get; private set; } = null!;

    /// <summary>What setting the number up cost, in <c>currency</c>. Missing where the carrier did not quote it.</summary>
    [Output("setupFee")]
    public Output<double?> SetupFee { get; private set; } = null!;

    /// <summary>The currency of the fees (ISO 4217).</summary>
    [Output("currency")]
    public Output<string?> Currency { get; private set; } = null!;

    /// <summary>When the number was bought, as an RFC 3339 time in UTC (seven.io).</summary>
    [Output("created")]
    public Output<string?> Created { get; private set; } = null!;

    /// <summary>When the number ends, as an RFC 3339 time in UTC, once it has been cancelled (seven.io).</summary>
    [Output("expires")]
    public Output<string?> Expires { get; private set; } = null!;

    /// <summary>Looks up one that exists, without managing it.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="id">The provider's id.</param>
    /// <param name="options">How the engine treats it.</param>
    public static OwnedNumber Get(string name, Input<string> id, CustomResourceOptions? options = null) => new(name, id, options);
}
