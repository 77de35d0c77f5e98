using System.Linq.Expressions;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Finds what types cannot say is wrong with the inputs of a rented number: what its carrier does not know, what contradicts itself.</summary>
internal sealed class OwnedNumberCheck(CheckContext<OwnedNumberArgs> check, bool releaseProtection)
{
    private static readonly IReadOnlyList<(Expression<Func<OwnedNumberArgs, object?>> Property, NumberSetting Setting)> Settings =
    [
        (args => args.MoHttpUrl, NumberSetting.MoHttpUrl),
        (args => args.MoSmppSysType, NumberSetting.MoSmppSysType),
        (args => args.VoiceCallbackType, NumberSetting.VoiceCallbackType),
        (args => args.VoiceCallbackValue, NumberSetting.VoiceCallbackValue),
        (args => args.VoiceStatusCallback, NumberSetting.VoiceStatusCallback),
        (args => args.AppId, NumberSetting.AppId),
        (args => args.FriendlyName, NumberSetting.FriendlyName),
        (args => args.SmsForward, NumberSetting.SmsForward),
        (args => args.EmailForward, NumberSetting.EmailForward),
    ];

    private readonly OwnedNumberArgs _inputs = check.Inputs;

    /// <summary>Reports everything that is wrong and answers the inputs in normal form.</summary>
    public OwnedNumberArgs Run()
    {
        if (!check.IsKnown(args => args.Carrier))
            return _inputs;

        var capabilities = NumberCarriers.CapabilitiesOf(_inputs.Carrier);
        Supported(capabilities);
        WhichNumber(capabilities);
        Callbacks();
        Forwarding();
        return _inputs with { Country = _inputs.Country?.ToUpperInvariant(), PaymentInterval = PaymentInterval(capabilities), ReleaseProtection = ReleaseProtection };
    }

    private void Supported(NumberCarrierCapabilities capabilities)
    {
        foreach (var (property, setting) in Settings)
        {
            if (IsGiven(property) && !capabilities.Settings.Contains(setting))
                check.Fail(property, "It is " + NotSupported(NumberCarriers.With(other => other.Settings.Contains(setting))));
        }

        if (IsGiven(args => args.Type) && !capabilities.Types)
            check.Fail(args => args.Type, "It is " + NotSupported(NumberCarriers.With(other => other.Types)));
        if (IsGiven(args => args.MaxSetupFee) && !capabilities.QuotesSetupFee)
            check.Fail(args => args.MaxSetupFee, "It is " + NotSupported(NumberCarriers.With(other => other.QuotesSetupFee)));
        if (IsGiven(args => args.PaymentInterval) && !capabilities.PaymentIntervals)
            check.Fail(args => args.PaymentInterval, "It is " + NotSupported(NumberCarriers.With(other => other.PaymentIntervals)));
        if (IsGiven(args => args.DeleteImmediately) && !capabilities.CancelsAtPeriodEnd)
            check.Fail(args => args.DeleteImmediately, "It is " + NotSupported(NumberCarriers.With(other => other.CancelsAtPeriodEnd)));
        foreach (var feature in _inputs.Features?.Where(feature => !capabilities.Features.Contains(feature)) ?? [])
            check.Fail(args => args.Features, $"Feature {EnumText.Of(feature)} is {NotSupported(NumberCarriers.With(other => other.Features.Contains(feature)))}");
    }

    private void WhichNumber(NumberCarrierCapabilities capabilities)
    {
        if (capabilities.RequiresCountry && !IsGiven(args => args.Country))
            check.Fail(args => args.Country, $"It is required by carrier {Carrier}: two letters such as GB.");
        else if (!IsGiven(args => args.Country) && !IsGiven(args => args.Number) && !IsGiven(args => args.Pattern))
            check.Fail(args => args.Number, "Set one of `number`, `country` or `pattern`.");

        if (IsGiven(args => args.SearchPattern) && !IsGiven(args => args.Pattern))
            check.Fail(args => args.SearchPattern, "It requires `pattern`.");
        if (!IsGiven(args => args.Number))
            return;
        foreach (var criterion in (Expression<Func<OwnedNumberArgs, object?>>[])[args => args.Pattern, args => args.Type, args => args.Features])
        {
            if (IsGiven(criterion))
                check.Fail(criterion, "It is a search criterion and cannot be combined with `number`.");
        }
    }

    private void Callbacks()
    {
        if (IsGiven(args => args.VoiceCallbackType) && IsMissing(args => args.VoiceCallbackValue))
            check.Fail(args => args.VoiceCallbackValue, "It is required when `voiceCallbackType` is set.");
        if (IsGiven(args => args.VoiceCallbackValue) && IsMissing(args => args.VoiceCallbackType))
            check.Fail(args => args.VoiceCallbackType, "It is required when `voiceCallbackValue` is set: `sip`, `tel` or `app`.");
        Url(args => args.MoHttpUrl, _inputs.MoHttpUrl);
        Url(args => args.VoiceStatusCallback, _inputs.VoiceStatusCallback);
    }

    private void Forwarding()
    {
        // The value may be secret, so it is not repeated.
        if (_inputs.EmailForward?.Any(address => !address.Contains('@', StringComparison.Ordinal)) ?? false)
            check.Fail(args => args.EmailForward, "It contains a value that is not a mail address such as alerts@example.com.");
    }

    /// <summary>A callback URL may carry credentials, so its value is not repeated.</summary>
    private void Url(Expression<Func<OwnedNumberArgs, object?>> property, string? value)
    {
        var isUsable = string.IsNullOrEmpty(value)
            || (Uri.TryCreate(value, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp));
        if (!isUsable)
            check.Fail(property, "It is not an absolute URL that begins with https:// or http://. The empty string clears it.");
    }

    /// <summary>The interval is agreed with the purchase: what was agreed stays, and cannot be declared away.</summary>
    private PaymentInterval? PaymentInterval(NumberCarrierCapabilities capabilities)
    {
        if (!capabilities.PaymentIntervals || !check.IsKnown(args => args.PaymentInterval))
            return _inputs.PaymentInterval;
        var agreed = check.PriorInputs?.Carrier == _inputs.Carrier ? check.PriorInputs.PaymentInterval : null;
        var isSameNumber = _inputs.Number is null || check.PriorInputs?.Number is not { } before || before == _inputs.Number;
        if (isSameNumber && agreed is not null && _inputs.PaymentInterval is { } wanted && wanted != agreed)
        {
            check.Fail(
                args => args.PaymentInterval,
                $"The number was bought with the payment interval {EnumText.Of(agreed.Value)}, and {Carrier} offers no way to change that afterwards.");
        }

        return _inputs.PaymentInterval ?? agreed ?? NumberCarriers.DefaultPaymentInterval(_inputs.Carrier);
    }

    /// <summary>The provider's default becomes the resource's own, so that a change of it shows in the plan. False is what nothing means.</summary>
    private bool? ReleaseProtection =>
        _inputs.ReleaseProtection ?? (releaseProtection && check.IsKnown(args => args.ReleaseProtection) ? true : null);

    private string Carrier => EnumText.Of(_inputs.Carrier);

    private string NotSupported(IReadOnlyList<NumberCarrier> others) =>
        $"not supported by carrier {Carrier} (supported by: {string.Join(", ", others.Select(EnumText.Of))}).";

    /// <summary>Whether the program gives a value, known or not.</summary>
    private bool IsGiven(Expression<Func<OwnedNumberArgs, object?>> property) => !check.IsKnown(property) || property.Compile()(_inputs) is not null;

    private bool IsMissing(Expression<Func<OwnedNumberArgs, object?>> property) =>
        check.IsKnown(property) && property.Compile()(_inputs) is null or "";
}
