namespace PulumiNumbers.Carriers.Numbers;

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
