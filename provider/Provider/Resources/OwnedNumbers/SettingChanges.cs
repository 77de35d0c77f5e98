using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Finds which settings of a number must be written for it to become what the program says.</summary>
internal static class SettingChanges
{
    /// <summary>
    /// The settings to write: those that the program gives and that are not so, and, emptied, those that it gave before and no longer does.
    /// All others are null and stay as they are. Null where there is nothing to write.
    /// </summary>
    /// <param name="inputs">What the program says.</param>
    /// <param name="before">What it said before and what is so; null for a number that is new to it.</param>
    public static NumberSettings? Between(OwnedNumberArgs inputs, PriorConfiguration? before)
    {
        var state = before?.State;
        var prior = before?.Inputs;
        var type = Text(Text(inputs.VoiceCallbackType), Text(state?.VoiceCallbackType), Text(prior?.VoiceCallbackType));
        var value = Text(inputs.VoiceCallbackValue, state?.VoiceCallbackValue, prior?.VoiceCallbackValue);
        var callback = type is not null || value is not null;
        var changes = new NumberSettings
        {
            MoHttpUrl = Text(inputs.MoHttpUrl, state?.MoHttpUrl, prior?.MoHttpUrl),
            MoSmppSysType = Text(inputs.MoSmppSysType, state?.MoSmppSysType, prior?.MoSmppSysType),
            // The two go together: a carrier refuses one without the other.
            VoiceCallbackType = callback ? Text(inputs.VoiceCallbackType) ?? "" : null,
            VoiceCallbackValue = callback ? inputs.VoiceCallbackValue ?? "" : null,
            VoiceStatusCallback = Text(inputs.VoiceStatusCallback, state?.VoiceStatusCallback, prior?.VoiceStatusCallback),
            AppId = Text(inputs.AppId, state?.AppId, prior?.AppId),
            FriendlyName = Text(inputs.FriendlyName, state?.FriendlyName, prior?.FriendlyName),
            SmsForward = List(Digits(inputs.SmsForward), Digits(state?.SmsForward), Digits(prior?.SmsForward)),
            EmailForward = List(inputs.EmailForward, state?.EmailForward, prior?.EmailForward),
        };
        return changes == new NumberSettings() ? null : changes;
    }

    /// <summary>What the settings are after changes have been written.</summary>
    public static NumberSettings Apply(NumberSettings changes, NumberSettings settings) => new()
    {
        MoHttpUrl = changes.MoHttpUrl ?? settings.MoHttpUrl,
        MoSmppSysType = changes.MoSmppSysType ?? settings.MoSmppSysType,
        VoiceCallbackType = changes.VoiceCallbackType ?? settings.VoiceCallbackType,
        VoiceCallbackValue = changes.VoiceCallbackValue ?? settings.VoiceCallbackValue,
        VoiceStatusCallback = changes.VoiceStatusCallback ?? settings.VoiceStatusCallback,
        AppId = changes.AppId ?? settings.AppId,
        FriendlyName = changes.FriendlyName ?? settings.FriendlyName,
        SmsForward = changes.SmsForward ?? settings.SmsForward,
        EmailForward = changes.EmailForward ?? settings.EmailForward,
    };

    private static string? Text(string? wanted, string? present, string? before) =>
        wanted is null ? (string.IsNullOrEmpty(before) || string.IsNullOrEmpty(present) ? null : "")
        : wanted == (present ?? "") ? null
        : wanted;

    private static string? Text(VoiceCallbackType? type) => type is { } given ? EnumText.Of(given) : null;

    private static IReadOnlyList<string>? List(IReadOnlySet<string>? wanted, IReadOnlySet<string>? present, IReadOnlySet<string>? before)
    {
        var isGivenUp = wanted is null && before is { Count: > 0 };
        if (wanted is null && !isGivenUp)
            return null;
        var target = wanted ?? new HashSet<string>(StringComparer.Ordinal);
        return target.SetEquals(present ?? new HashSet<string>(StringComparer.Ordinal)) ? null : [.. target.Order(StringComparer.Ordinal)];
    }

    private static HashSet<string>? Digits(IReadOnlySet<Carriers.Msisdn>? numbers) =>
        numbers?.Select(number => number.ToString()).ToHashSet(StringComparer.Ordinal);
}
