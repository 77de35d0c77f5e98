namespace PulumiNumbers.Carriers.Numbers;

/// <summary>What a carrier's numbers API can do, so that what it cannot is refused before any request rather than ignored.</summary>
public sealed record NumberCarrierCapabilities
{
    private static readonly IReadOnlySet<NumberSetting> NumbersApiReported = new HashSet<NumberSetting>
    {
        NumberSetting.MoHttpUrl, NumberSetting.VoiceCallbackType, NumberSetting.VoiceCallbackValue,
    };

    private static readonly IReadOnlySet<NumberSetting> NumbersApiUnreported = new HashSet<NumberSetting>
    {
        NumberSetting.MoSmppSysType, NumberSetting.VoiceStatusCallback,
    };

    private static readonly IReadOnlySet<NumberSetting> SevenSettings = new HashSet<NumberSetting>
    {
        NumberSetting.FriendlyName, NumberSetting.SmsForward, NumberSetting.EmailForward,
    };

    /// <summary>Vonage Numbers behind KPN's API store (KPN Phone Numbers API).</summary>
    public static NumberCarrierCapabilities Kpn { get; } = new()
    {
        Settings = NumbersApiReported.Union(NumbersApiUnreported).ToHashSet(),
        ReportedSettings = NumbersApiReported,
        Features = new HashSet<NumberFeature> { NumberFeature.Sms, NumberFeature.Voice, NumberFeature.Mms },
        Types = true,
        RequiresCountry = true,
        QuotesSetupFee = false,
        PaymentIntervals = false,
        CancelsAtPeriodEnd = false,
        PagesOwnedNumbers = true,
        FiltersByApplication = false,
        SearchesAllTypes = false,
    };

    /// <summary>Vonage Numbers itself (Numbers API), which also knows applications.</summary>
    public static NumberCarrierCapabilities Vonage { get; } = Kpn with
    {
        Settings = Kpn.Settings.Append(NumberSetting.AppId).ToHashSet(),
        ReportedSettings = Kpn.ReportedSettings.Append(NumberSetting.AppId).ToHashSet(),
        QuotesSetupFee = true,
        FiltersByApplication = true,
        SearchesAllTypes = true,
    };

    /// <summary>seven.io (Numbers API).</summary>
    public static NumberCarrierCapabilities Seven { get; } = new()
    {
        Settings = SevenSettings,
        ReportedSettings = SevenSettings,
        Features = new HashSet<NumberFeature> { NumberFeature.Sms, NumberFeature.A2pSms, NumberFeature.Voice },
        Types = false,
        RequiresCountry = false,
        QuotesSetupFee = true,
        PaymentIntervals = true,
        CancelsAtPeriodEnd = true,
        PagesOwnedNumbers = false,
        FiltersByApplication = false,
        SearchesAllTypes = true,
    };

    /// <summary>The settings that can be written.</summary>
    public required IReadOnlySet<NumberSetting> Settings { get; init; }

    /// <summary>Those of <see cref="Settings"/> that the carrier reports back. The others cannot be refreshed.</summary>
    public required IReadOnlySet<NumberSetting> ReportedSettings { get; init; }

    /// <summary>The features that the carrier tells apart.</summary>
    public required IReadOnlySet<NumberFeature> Features { get; init; }

    /// <summary>Whether numbers have a <see cref="NumberType"/>.</summary>
    public required bool Types { get; init; }

    /// <summary>Whether search, purchase and cancellation need the country.</summary>
    public required bool RequiresCountry { get; init; }

    /// <summary>Whether a set-up fee is quoted before the purchase, so that it can be limited.</summary>
    public required bool QuotesSetupFee { get; init; }

    /// <summary>Whether the payment interval can be chosen.</summary>
    public required bool PaymentIntervals { get; init; }

    /// <summary>Whether a number can be cancelled for the end of its billing period instead of at once.</summary>
    public required bool CancelsAtPeriodEnd { get; init; }

    /// <summary>Whether owned numbers are listed in pages, so that asking for one number costs less than listing all.</summary>
    public required bool PagesOwnedNumbers { get; init; }

    /// <summary>Whether owned numbers can be listed by the application that handles them.</summary>
    public required bool FiltersByApplication { get; init; }

    /// <summary>Whether a search that names no type finds numbers of every type. KPN's finds landlines only (OpenAPI 1.1.1).</summary>
    public required bool SearchesAllTypes { get; init; }
}
