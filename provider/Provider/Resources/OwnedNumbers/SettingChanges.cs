using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Finds which settings of a number must be written for it to become what the program declares.</summary>
internal static class SettingChanges
{
    /// <summary>
    /// The settings to change: those that the program declares and that are different, and, emptied, those that it declared before and no longer does. All
    /// others are null. Null where there is nothing to write.
    /// </summary>
    /// <param name="inputs">What the program declares.</param>
    /// <param name="prior">What it declared before; null for a number that is new to it.</param>
    /// <param name="present">What is set now.</param>
    public static NumberSettings? Between(OwnedNumberArgs inputs, OwnedNumberArgs? prior, NumberSettings present)
    {
        var type = Text(Text(inputs.VoiceCallbackType), present.VoiceCallbackType, Text(prior?.VoiceCallbackType));
        var value = Text(inputs.VoiceCallbackValue, present.VoiceCallbackValue, prior?.VoiceCallbackValue);
        var hasCallback = type is not null || value is not null;
        var changes = new NumberSettings
        {
            MoHttpUrl = Text(inputs.MoHttpUrl, present.MoHttpUrl, prior?.MoHttpUrl),
            MoSmppSysType = Text(inputs.MoSmppSysType, present.MoSmppSysType, prior?.MoSmppSysType),

            // The two go together: a carrier refuses one without the other.
            VoiceCallbackType = hasCallback ? Text(inputs.VoiceCallbackType) ?? "" : null,
            VoiceCallbackValue = hasCallback ? inputs.VoiceCallbackValue ?? "" : null,
            VoiceStatusCallback = Text(inputs.VoiceStatusCallback, present.VoiceStatusCallback, prior?.VoiceStatusCallback),
            AppId = Text(inputs.AppId, present.AppId, prior?.AppId),
            FriendlyName = Text(inputs.FriendlyName, present.FriendlyName, prior?.FriendlyName),
            SmsForward = List(Digits(inputs.SmsForward), present.SmsForward, Digits(prior?.SmsForward)),
            EmailForward = List(inputs.EmailForward, present.EmailForward, prior?.EmailForward),
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

    /// <summary>The changes together with every other setting that is set: a carrier may clear what an update leaves out.</summary>
    public static NumberSettings Complete(NumberSettings changes, NumberSettings settings) => Apply(changes, new NumberSettings
    {
        MoHttpUrl = Set(settings.MoHttpUrl),
        MoSmppSysType = Set(settings.MoSmppSysType),
        VoiceCallbackType = Set(settings.VoiceCallbackType),
        VoiceCallbackValue = Set(settings.VoiceCallbackValue),
        VoiceStatusCallback = Set(settings.VoiceStatusCallback),
        AppId = Set(settings.AppId),
        FriendlyName = Set(settings.FriendlyName),
        SmsForward = settings.SmsForward,
        EmailForward = settings.EmailForward,
    });

    private static string? Set(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static string? Text(string? declared, string? present, string? before) =>
        declared is null ? (string.IsNullOrEmpty(before) || string.IsNullOrEmpty(present) ? null : "")
        : declared == (present ?? "") ? null
        : declared;

    private static string? Text(VoiceCallbackType? type) => type is { } given ? EnumText.Of(given) : null;

    private static IReadOnlyList<string>? List(IReadOnlySet<string>? declared, IReadOnlyList<string>? present, IReadOnlySet<string>? before)
    {
        if (declared is null && before is not { Count: > 0 })
            return null;
        var target = declared ?? new HashSet<string>(StringComparer.Ordinal);
        return target.SetEquals(present ?? []) ? null : [.. target.Order(StringComparer.Ordinal)];
    }

    private static HashSet<string>? Digits(IReadOnlySet<Carriers.Msisdn>? numbers) =>
        numbers?.Select(number => number.ToString()).ToHashSet(StringComparer.Ordinal);
}
