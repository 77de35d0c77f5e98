using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Vonage.Numbers;

/// <summary>What differs between the Numbers API at Vonage itself and behind KPN's API store.</summary>
/// <param name="Name">The carrier's name.</param>
/// <param name="Applications">Whether numbers can be given to applications and listed by country and application (Vonage only).</param>
internal sealed record NexmoDialect(string Name, bool Applications)
{
    public static readonly NexmoDialect Vonage = new("vonage", Applications: true);

    public static readonly NexmoDialect Kpn = new("kpn", Applications: false);

    public NumberCarrierCapabilities Capabilities { get; } = new()
    {
        Settings = new HashSet<NumberSetting>(
        [
            NumberSetting.MoHttpUrl, NumberSetting.MoSmppSysType, NumberSetting.VoiceCallbackType, NumberSetting.VoiceCallbackValue,
            NumberSetting.VoiceStatusCallback, .. Applications ? [NumberSetting.AppId] : Array.Empty<NumberSetting>(),
        ]),
        ReportedSettings = new HashSet<NumberSetting>(
        [
            NumberSetting.MoHttpUrl, NumberSetting.VoiceCallbackType, NumberSetting.VoiceCallbackValue,
            .. Applications ? [NumberSetting.AppId] : Array.Empty<NumberSetting>(),
        ]),
        Features = new HashSet<NumberFeature> { NumberFeature.Sms, NumberFeature.Voice, NumberFeature.Mms },
        Types = true,
        RequiresCountry = true,
        QuotesSetupFee = false,
        PaymentIntervals = false,
        CancelsAtPeriodEnd = false,
    };
}
