using System.Collections.Frozen;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Makes states and inputs of what a carrier reports of a number.</summary>
internal static class OwnedNumberStates
{
    /// <summary>The state of a number.</summary>
    /// <param name="carrier">From whom it is rented.</param>
    /// <param name="owned">What the carrier reports.</param>
    /// <param name="declared">What the program says; null on import.</param>
    /// <param name="unreported">Where to take the settings from that the carrier does not report; null for nowhere.</param>
    /// <param name="before">The state before, for prices that only the purchase quoted.</param>
    public static OwnedNumberState Of(
        NumberCarrier carrier, CarrierNumber owned, OwnedNumberArgs? declared, OwnedNumberArgs? unreported, OwnedNumberState? before)
    {
        var capabilities = NumberCarriers.CapabilitiesOf(carrier);
        var settings = owned.Settings;
        return new OwnedNumberState
        {
            Carrier = carrier,
            Country = owned.Country,
            Number = owned.Number,
            Pattern = declared?.Pattern,
            SearchPattern = declared?.SearchPattern,
            Type = owned.Type ?? before?.Type,
            Features = owned.Features,
            MaxMonthlyFee = declared?.MaxMonthlyFee,
            MaxSetupFee = declared?.MaxSetupFee,
            MoHttpUrl = Text(settings.MoHttpUrl, declared?.MoHttpUrl),
            MoSmppSysType = Kept(NumberSetting.MoSmppSysType, settings.MoSmppSysType, unreported?.MoSmppSysType),
            VoiceCallbackType = EnumText.Parse<VoiceCallbackType>(settings.VoiceCallbackType),
            VoiceCallbackValue = Text(settings.VoiceCallbackValue, declared?.VoiceCallbackValue),
            VoiceStatusCallback = Kept(NumberSetting.VoiceStatusCallback, settings.VoiceStatusCallback, unreported?.VoiceStatusCallback),
            AppId = Text(settings.AppId, declared?.AppId),
            FriendlyName = Text(settings.FriendlyName, declared?.FriendlyName),
            SmsForward = settings.SmsForward is { } numbers ? Numbers(numbers) : Empty(declared?.SmsForward),
            EmailForward = settings.EmailForward is { } addresses ? addresses.ToFrozenSet(StringComparer.Ordinal) : Empty(declared?.EmailForward),
            PaymentInterval = capabilities.PaymentIntervals ? owned.Fees?.Interval ?? declared?.PaymentInterval : null,
            DeleteImmediately = declared?.DeleteImmediately,
            ReleaseProtection = declared?.ReleaseProtection,
            MonthlyFee = (double?)owned.Fees?.PerMonth ?? before?.MonthlyFee,
            SetupFee = (double?)owned.Fees?.Setup ?? before?.SetupFee,
            Currency = owned.Fees?.Currency ?? before?.Currency,
            Created = Rfc3339.Text(owned.Created),
            Expires = Rfc3339.Text(owned.Expires),
            PurchasedAt = before?.PurchasedAt,
            FormerNumbers = before?.FormerNumbers,
        };

        string? Kept(NumberSetting setting, string? reported, string? kept) => capabilities.ReportedSettings.Contains(setting) ? reported : kept;
    }

    /// <summary>The settings together with those that the carrier does not report, as the state has them.</summary>
    public static NumberSettings WithUnreported(NumberCarrier carrier, NumberSettings reported, OwnedNumberState state)
    {
        var capabilities = NumberCarriers.CapabilitiesOf(carrier);
        return reported with
        {
            MoSmppSysType = Kept(NumberSetting.MoSmppSysType, reported.MoSmppSysType, state.MoSmppSysType),
            VoiceStatusCallback = Kept(NumberSetting.VoiceStatusCallback, reported.VoiceStatusCallback, state.VoiceStatusCallback),
        };

        string? Kept(NumberSetting setting, string? fromCarrier, string? fromState) =>
            capabilities.ReportedSettings.Contains(setting) ? fromCarrier : fromState;
    }

    /// <summary>A number as it was known when its state was saved.</summary>
    public static CarrierNumber Known(OwnedNumberState state) => new()
    {
        Number = state.Number!.Value,
        Country = state.Country ?? "",
        Type = state.Type,
        Features = state.Features ?? FrozenSet<NumberFeature>.Empty,
        Settings = new NumberSettings
        {
            MoHttpUrl = state.MoHttpUrl,
            VoiceCallbackType = state.VoiceCallbackType is { } type ? EnumText.Of(type) : null,
            MoSmppSysType = state.MoSmppSysType,
            VoiceCallbackValue = state.VoiceCallbackValue,
            VoiceStatusCallback = state.VoiceStatusCallback,
            AppId = state.AppId,
            FriendlyName = state.FriendlyName,
            SmsForward = state.SmsForward?.Select(number => number.ToString()).ToList(),
            EmailForward = state.EmailForward?.ToList(),
        },
    };

    /// <summary>The inputs by which a program would declare a number that is being imported.</summary>
    public static OwnedNumberArgs Declaration(OwnedNumberState state) => new()
    {
        Carrier = state.Carrier,
        Country = state.Country,
        Number = state.Number,
        MoHttpUrl = state.MoHttpUrl,
        VoiceCallbackType = state.VoiceCallbackType,
        VoiceCallbackValue = state.VoiceCallbackType is null ? null : state.VoiceCallbackValue,
        AppId = state.AppId,
        FriendlyName = state.FriendlyName,
        SmsForward = state.SmsForward is { Count: > 0 } numbers ? numbers : null,
        EmailForward = state.EmailForward is { Count: > 0 } addresses ? addresses : null,
        PaymentInterval = state.PaymentInterval,
        ReleaseProtection = state.ReleaseProtection,
    };

    /// <summary>What the program said, with what has become of it.</summary>
    public static OwnedNumberArgs Refreshed(OwnedNumberArgs declared, OwnedNumberState state) => declared with
    {
        Country = declared.Country is null ? null : state.Country,
        MoHttpUrl = declared.MoHttpUrl is null ? null : state.MoHttpUrl,
        MoSmppSysType = declared.MoSmppSysType is null ? null : state.MoSmppSysType,
        VoiceCallbackType = declared.VoiceCallbackType is null ? null : state.VoiceCallbackType,
        VoiceCallbackValue = declared.VoiceCallbackValue is null ? null : state.VoiceCallbackValue,
        VoiceStatusCallback = declared.VoiceStatusCallback is null ? null : state.VoiceStatusCallback,
        AppId = declared.AppId is null ? null : state.AppId,
        FriendlyName = declared.FriendlyName is null ? null : state.FriendlyName,
        SmsForward = declared.SmsForward is null ? null : state.SmsForward,
        EmailForward = declared.EmailForward is null ? null : state.EmailForward,
        PaymentInterval = declared.PaymentInterval is null ? null : state.PaymentInterval,
    };

    /// <summary>No value and an empty one are the same to a carrier; the state spells it as the program does.</summary>
    private static string? Text(string? reported, string? declared) =>
        string.IsNullOrEmpty(reported) ? (declared is "" ? "" : null) : reported;

    private static FrozenSet<T>? Empty<T>(IReadOnlySet<T>? declared) => declared is { Count: 0 } ? FrozenSet<T>.Empty : null;

    private static FrozenSet<Msisdn> Numbers(IReadOnlyList<string> texts) =>
        texts.Select(text => Msisdn.TryParse(text, out var number) ? number : (Msisdn?)null).OfType<Msisdn>().ToFrozenSet();
}
