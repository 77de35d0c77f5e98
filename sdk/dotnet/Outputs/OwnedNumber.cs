using System.Collections.Immutable;

namespace Pulumi.Numbers.Outputs;

/// <summary>A number that an account rents, as far as its carrier reports it.</summary>
[OutputType]
public sealed class OwnedNumber
{
    /// <summary>The id by which the number can be imported as an <c>OwnedNumber</c>.</summary>
    public readonly string ImportId;

    /// <summary>The number, as digits.</summary>
    public readonly string Number;

    /// <summary>Its country, as two letters (ISO 3166-1 alpha-2).</summary>
    public readonly string Country;

    /// <summary>The kind of number; missing where the carrier does not say.</summary>
    public readonly NumberType? Type;

    /// <summary>What the number can do.</summary>
    public readonly ImmutableArray<NumberFeature> Features;

    /// <summary>The URL to which inbound messages go (KPN, Vonage).</summary>
    public readonly string? MoHttpUrl;

    /// <summary>How inbound messages are handled, where that was set in the dashboard (Vonage).</summary>
    public readonly string? MessagesCallbackType;

    /// <summary>The value that goes with <c>messagesCallbackType</c> (Vonage).</summary>
    public readonly string? MessagesCallbackValue;

    /// <summary>How inbound calls are handled: <c>sip</c>, <c>tel</c> or <c>app</c> (KPN, Vonage).</summary>
    public readonly string? VoiceCallbackType;

    /// <summary>Where inbound calls go (KPN, Vonage).</summary>
    public readonly string? VoiceCallbackValue;

    /// <summary>The id of the application that handles the number (Vonage).</summary>
    public readonly string? AppId;

    /// <summary>A name for people (seven.io).</summary>
    public readonly string? FriendlyName;

    /// <summary>The telephone numbers to which inbound messages are forwarded (seven.io).</summary>
    public readonly ImmutableArray<string> SmsForward;

    /// <summary>The mail addresses to which inbound messages are forwarded (seven.io).</summary>
    public readonly ImmutableArray<string> EmailForward;

    /// <summary>How often the rent is due (seven.io).</summary>
    public readonly PaymentInterval? PaymentInterval;

    /// <summary>What the number costs a month, in <c>currency</c>. Missing where the carrier does not report it.</summary>
    public readonly double? MonthlyFee;

    /// <summary>The currency of the fees (ISO 4217). Missing where the carrier does not report any.</summary>
    public readonly string? Currency;

    /// <summary>When the number was bought, as an RFC 3339 time in UTC (seven.io).</summary>
    public readonly string? Created;

    /// <summary>When the number ends, as an RFC 3339 time in UTC, once it has been cancelled (seven.io).</summary>
    public readonly string? Expires;

    [OutputConstructor]
    private OwnedNumber(
        string importId,
        string number,
        string country,
        NumberType? type,
        ImmutableArray<NumberFeature> features,
        string? moHttpUrl,
        string? messagesCallbackType,
        string? messagesCallbackValue,
        string? voiceCallbackType,
        string? voiceCallbackValue,
        string? appId,
        string? friendlyName,
        ImmutableArray<string> smsForward,
        ImmutableArray<string> emailForward,
        PaymentInterval? paymentInterval,
        double? monthlyFee,
        string? currency,
        string? created,
        string? expires)
    {
        ImportId = importId;
        Number = number;
        Country = country;
        Type = type;
        Features = features;
        MoHttpUrl = moHttpUrl;
        MessagesCallbackType = messagesCallbackType;
        MessagesCallbackValue = messagesCallbackValue;
        VoiceCallbackType = voiceCallbackType;
        VoiceCallbackValue = voiceCallbackValue;
        AppId = appId;
        FriendlyName = friendlyName;
        SmsForward = smsForward;
        EmailForward = emailForward;
        PaymentInterval = paymentInterval;
        MonthlyFee = monthlyFee;
        Currency = currency;
        Created = created;
        Expires = expires;
    }
}
