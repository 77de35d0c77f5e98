using System.Globalization;
using Newtonsoft.Json;
using PulumiNumbers.Carriers.Http;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>A number of the account, as seven.io writes it.</summary>
internal sealed record SevenActiveJson
{
    [JsonProperty("country", Required = Required.Always)]
    public required string Country { get; init; }

    [JsonProperty("number", Required = Required.Always)]
    public required string Number { get; init; }

    [JsonProperty("friendly_name")]
    public string? FriendlyName { get; init; }

    [JsonProperty("billing")]
    public SevenBillingJson? Billing { get; init; }

    [JsonProperty("features")]
    public SevenFeaturesJson? Features { get; init; }

    [JsonProperty("forward_sms_mo")]
    public SevenForwardsJson? Forwards { get; init; }

    [JsonProperty("expires")]
    public string? Expires { get; init; }

    [JsonProperty("created")]
    public string? Created { get; init; }

    public OwnedNumber ToOwned(Msisdn number) => new()
    {
        Number = number,
        Country = Country.ToUpperInvariant(),
        Features = Features?.ToSet() ?? [],
        Settings = new NumberSettings
        {
            FriendlyName = FriendlyName ?? "",
            SmsForward = Forwards?.Sms?.Targets ?? [],
            EmailForward = Forwards?.Email?.Targets ?? [],
        },
        Fees = Billing is null ? null : new NumberFees
        {
            Setup = Billing.Fees?.Setup,
            Recurring = Billing.Fees?.BasicCharge,
            Interval = WireName<PaymentInterval>.Find(Billing.PaymentInterval) ?? PaymentInterval.Annually,
        },
        Created = Time(Created),
        Expires = Time(Expires),
    };

    private static DateTimeOffset? Time(string? text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
