namespace PulumiNumbers.Carriers.Numbers;

/// <summary>
/// How a carrier handles an owned number. When written, null leaves a setting alone and an empty string or list clears it.
/// When read, null means that the carrier does not report the setting.
/// </summary>
public sealed record NumberSettings
{
    /// <summary>Where inbound messages go: a URL that answers a GET with 200 (KPN, Vonage). Vonage tries it before it accepts it.</summary>
    public string? MoHttpUrl { get; init; }

    /// <summary>The system type of the SMPP client that inbound messages go to (KPN, Vonage). Never reported back.</summary>
    public string? MoSmppSysType { get; init; }

    /// <summary>How inbound calls are handled: <c>sip</c>, <c>tel</c> or <c>app</c> (KPN, Vonage). Goes together with <see cref="VoiceCallbackValue"/>.</summary>
    public string? VoiceCallbackType { get; init; }

    /// <summary>A SIP URI, a telephone number or an application's id, by <see cref="VoiceCallbackType"/> (KPN, Vonage).</summary>
    public string? VoiceCallbackValue { get; init; }

    /// <summary>Where the end of a call is reported (KPN, Vonage). Never reported back.</summary>
    public string? VoiceStatusCallback { get; init; }

    /// <summary>The application that handles the number (Vonage).</summary>
    public string? AppId { get; init; }

    /// <summary>A name for people (seven.io).</summary>
    public string? FriendlyName { get; init; }

    /// <summary>Telephone numbers that inbound messages are forwarded to (seven.io).</summary>
    public IReadOnlyList<string>? SmsForward { get; init; }

    /// <summary>Mail addresses that inbound messages are forwarded to (seven.io).</summary>
    public IReadOnlyList<string>? EmailForward { get; init; }
}

/// <summary>The settings of an owned number, one for each property of <see cref="NumberSettings"/>.</summary>
public enum NumberSetting
{
    /// <inheritdoc cref="NumberSettings.MoHttpUrl"/>
    MoHttpUrl,

    /// <inheritdoc cref="NumberSettings.MoSmppSysType"/>
    MoSmppSysType,

    /// <inheritdoc cref="NumberSettings.VoiceCallbackType"/>
    VoiceCallbackType,

    /// <inheritdoc cref="NumberSettings.VoiceCallbackValue"/>
    VoiceCallbackValue,

    /// <inheritdoc cref="NumberSettings.VoiceStatusCallback"/>
    VoiceStatusCallback,

    /// <inheritdoc cref="NumberSettings.AppId"/>
    AppId,

    /// <inheritdoc cref="NumberSettings.FriendlyName"/>
    FriendlyName,

    /// <inheritdoc cref="NumberSettings.SmsForward"/>
    SmsForward,

    /// <inheritdoc cref="NumberSettings.EmailForward"/>
    EmailForward,
}
