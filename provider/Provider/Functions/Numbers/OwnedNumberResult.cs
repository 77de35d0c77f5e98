using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Resources.OwnedNumbers;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Functions.Numbers;

/// <summary>A number that an account rents, as far as its carrier reports it.</summary>
public sealed record OwnedNumberResult
{
    /// <summary>The id to import it by.</summary>
    [Property("The id by which the number can be imported as an `OwnedNumber`.")]
    public required string ImportId { get; init; }

    /// <summary>The number.</summary>
    [Property("The number, as digits.")]
    public required Msisdn Number { get; init; }

    /// <summary>Its country.</summary>
    [Property("Its country, as two letters (ISO 3166-1 alpha-2).")]
    public required string Country { get; init; }

    /// <summary>Its kind.</summary>
    [Property("The kind of number; missing where the carrier does not say.")]
    public NumberType? Type { get; init; }

    /// <summary>What it can do.</summary>
    [Property("What the number can do.")]
    public required IReadOnlySet<NumberFeature> Features { get; init; }

    /// <summary>Where inbound messages go.</summary>
    [Property("The URL to which inbound messages go (KPN, Vonage).")]
    public string? MoHttpUrl { get; init; }

    /// <summary>How inbound messages are handled.</summary>
    [Property("How inbound messages are handled, where that was set in the dashboard (Vonage).")]
    public string? MessagesCallbackType { get; init; }

    /// <summary>Where inbound messages are handled.</summary>
    [Property("The value that goes with `messagesCallbackType` (Vonage).")]
    public string? MessagesCallbackValue { get; init; }

    /// <summary>How inbound calls are handled.</summary>
    [Property("How inbound calls are handled: `sip`, `tel` or `app` (KPN, Vonage).")]
    public string? VoiceCallbackType { get; init; }

    /// <summary>Where inbound calls go.</summary>
    [Property("Where inbound calls go (KPN, Vonage).")]
    public string? VoiceCallbackValue { get; init; }

    /// <summary>The application that handles it.</summary>
    [Property("The id of the application that handles the number (Vonage).")]
    public string? AppId { get; init; }

    /// <summary>A name for people.</summary>
    [Property("A name for people (seven.io).")]
    public string? FriendlyName { get; init; }

    /// <summary>Where inbound messages are forwarded to by SMS.</summary>
    [Property("The telephone numbers to which inbound messages are forwarded (seven.io).")]
    public IReadOnlyList<string>? SmsForward { get; init; }

    /// <summary>Where inbound messages are forwarded to by mail.</summary>
    [Property("The mail addresses to which inbound messages are forwarded (seven.io).")]
    public IReadOnlyList<string>? EmailForward { get; init; }

    /// <summary>How often the rent is due.</summary>
    [Property("How often the rent is due (seven.io).")]
    public PaymentInterval? PaymentInterval { get; init; }

    /// <summary>What it costs a month.</summary>
    [Property("What the number costs a month, in `currency`. Missing where the carrier does not report it.")]
    public double? MonthlyFee { get; init; }

    /// <summary>The currency of the fees.</summary>
    [Property("The currency of the fees (ISO 4217). Missing where the carrier does not report any.")]
    public string? Currency { get; init; }

    /// <summary>When it was bought.</summary>
    [Property("When the number was bought, as an RFC 3339 time in UTC (seven.io).")]
    public string? Created { get; init; }

    /// <summary>When it ends.</summary>
    [Property("When the number ends, as an RFC 3339 time in UTC, once it has been cancelled (seven.io).")]
    public string? Expires { get; init; }

    /// <summary>The number as its carrier reports it.</summary>
    public static OwnedNumberResult Of(NumberCarrier carrier, CarrierNumber owned)
    {
        ArgumentNullException.ThrowIfNull(owned);
        var settings = owned.Settings;
        return new OwnedNumberResult
        {
            ImportId = new OwnedNumberId(carrier, owned.Country, owned.Number).ToString(),
            Number = owned.Number,
            Country = owned.Country,
            Type = owned.Type,
            Features = owned.Features,
            MoHttpUrl = Given(settings.MoHttpUrl),
            MessagesCallbackType = owned.MessagesCallbackType,
            MessagesCallbackValue = owned.MessagesCallbackValue,
            VoiceCallbackType = Given(settings.VoiceCallbackType),
            VoiceCallbackValue = Given(settings.VoiceCallbackValue),
            AppId = Given(settings.AppId),
            FriendlyName = Given(settings.FriendlyName),
            SmsForward = settings.SmsForward,
            EmailForward = settings.EmailForward,
            PaymentInterval = owned.Fees?.Interval,
            MonthlyFee = (double?)owned.Fees?.PerMonth,
            Currency = owned.Fees?.Currency,
            Created = Rfc3339.Text(owned.Created),
            Expires = Rfc3339.Text(owned.Expires),
        };
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
