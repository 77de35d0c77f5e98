using Newtonsoft.Json;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>A number on offer, as seven.io writes it.</summary>
internal sealed record SevenAvailableJson
{
    [JsonProperty("country", Required = Required.Always)]
    public required string Country { get; init; }

    [JsonProperty("number", Required = Required.Always)]
    public required string Number { get; init; }

    [JsonProperty("fees")]
    public SevenFeesJson? Fees { get; init; }

    [JsonProperty("features")]
    public SevenFeaturesJson? Features { get; init; }

    public AvailableNumber ToAvailable(Msisdn number, PaymentInterval interval)
    {
        var fees = interval == PaymentInterval.Annually ? Fees?.Annually : Fees?.Monthly;
        return new AvailableNumber
        {
            Number = number,
            Country = Country.ToUpperInvariant(),
            Features = Features?.ToSet() ?? [],
            Fees = new NumberFees { Setup = fees?.Setup, Recurring = fees?.BasicCharge, Interval = interval },
        };
    }
}
