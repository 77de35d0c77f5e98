using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>What a program says of a rented number: which one, or how to find one, and how to handle it.</summary>
/// <remarks>A setting that is left out is left alone; the empty string or the empty list clears it.</remarks>
public record OwnedNumberArgs
{
    /// <summary>From whom the number is rented.</summary>
    [Property("The carrier from which the number is rented.", Replaces = true)]
    public required NumberCarrier Carrier { get; init; }

    /// <summary>The number's country.</summary>
    [Property("The country of the number, as two letters (ISO 3166-1 alpha-2), such as `GB`. Needed by KPN and Vonage; seven.io searches in all countries without it.", AlwaysSet = true)]
    [RegularExpression(InputForm.Country, ErrorMessage = InputForm.CountryRule)]
    public string? Country { get; init; }

    /// <summary>The number.</summary>
    [Property("The number to rent, in any usual spelling of an international number (`+44 7700 900000`). Left out, one is chosen that meets the search criteria, and stays.", Replaces = true, AlwaysSet = true)]
    public Msisdn? Number { get; init; }

    /// <summary>Digits to look for.</summary>
    [Property("Digits that the number must contain. Used once, when the number is chosen.", CreateOnly = true)]
    [RegularExpression(InputForm.Digits, ErrorMessage = InputForm.DigitsRule)]
    public string? Pattern { get; init; }

    /// <summary>Where the digits must stand.</summary>
    [Property("Where in the number `pattern` must stand. Default: at its beginning.", CreateOnly = true)]
    public SearchPattern? SearchPattern { get; init; }

    /// <summary>The kind of number.</summary>
    [Property("The kind of number. As an input a search criterion, used once (KPN, Vonage).", CreateOnly = true)]
    public NumberType? Type { get; init; }

    /// <summary>What the number can do.</summary>
    [Property("What the number can do. As an input a search criterion, used once: the number must have all of these.", CreateOnly = true, AlwaysSet = true)]
    public IReadOnlySet<NumberFeature>? Features { get; init; }

    /// <summary>The most that it may cost a month.</summary>
    [Property("The most that the number may cost a month, in the carrier's currency. A dearer number is not bought.", CreateOnly = true)]
    [Range(0, 1_000_000)]
    public double? MaxMonthlyFee { get; init; }

    /// <summary>The most that it may cost once.</summary>
    [Property("The most that setting the number up may cost, in the carrier's currency (seven.io, the only one to quote it before the purchase).", CreateOnly = true)]
    [Range(0, 1_000_000)]
    public double? MaxSetupFee { get; init; }

    /// <summary>Where inbound messages go.</summary>
    [Property("The URL to which inbound messages go (KPN, Vonage). Vonage tries it with a GET and wants 200 before it accepts it. The empty string clears it.")]
    public string? MoHttpUrl { get; init; }

    /// <summary>The SMPP system type for inbound messages.</summary>
    [Property("The system type of the SMPP client to which inbound messages go (KPN, Vonage). The carrier does not report it back, so changes made elsewhere are not seen.")]
    public string? MoSmppSysType { get; init; }

    /// <summary>How inbound calls are handled.</summary>
    [Property("How inbound calls are handled (KPN, Vonage). Goes together with `voiceCallbackValue`.")]
    public VoiceCallbackType? VoiceCallbackType { get; init; }

    /// <summary>Where inbound calls go.</summary>
    [Property("Where inbound calls go: a SIP URI, a telephone number or an application's id, by `voiceCallbackType` (KPN, Vonage).")]
    public string? VoiceCallbackValue { get; init; }

    /// <summary>Where the end of a call is reported.</summary>
    [Property("The URL to which the end of a call is reported (KPN, Vonage). The carrier does not report it back, so changes made elsewhere are not seen.")]
    public string? VoiceStatusCallback { get; init; }

    /// <summary>The application that handles the number.</summary>
    [Property("The id of the application that handles the number (Vonage). The empty string unlinks it.")]
    public string? AppId { get; init; }

    /// <summary>A name for people.</summary>
    [Property("A name for people (seven.io).")]
    public string? FriendlyName { get; init; }

    /// <summary>Where inbound messages are forwarded to by SMS.</summary>
    [Property("The telephone numbers to which inbound messages are forwarded (seven.io). The empty list switches this off.")]
    public IReadOnlySet<Msisdn>? SmsForward { get; init; }

    /// <summary>Where inbound messages are forwarded to by mail.</summary>
    [Property("The mail addresses to which inbound messages are forwarded (seven.io). The empty list switches this off.")]
    public IReadOnlySet<string>? EmailForward { get; init; }

    /// <summary>How often the rent is due.</summary>
    [Property("How often the rent is due (seven.io; default `annually`, as at seven.io). Chosen with the purchase; the carrier offers no way to change it afterwards.", CreateOnly = true)]
    public PaymentInterval? PaymentInterval { get; init; }

    /// <summary>When a number that is given up ends.</summary>
    [Property("Whether the number ends at once when the resource is deleted, rather than at the end of the period that is paid for (seven.io; default `false`). KPN and Vonage always end it at once.")]
    public bool? DeleteImmediately { get; init; }

    /// <summary>Whether the number must not be given up.</summary>
    [Property("Whether the number must not be given up: deleting or replacing the resource fails until this is `false` and has been deployed. Default: the provider's `releaseProtection`.")]
    public bool? ReleaseProtection { get; init; }
}
