using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>What a number costs: at either interval when on offer, at its own when owned.</summary>
internal sealed record SevenFeesJson
{
    [JsonProperty("monthly")]
    public SevenFeesJson? Monthly { get; init; }

    [JsonProperty("annually")]
    public SevenFeesJson? Annually { get; init; }

    [JsonProperty("basic_charge")]
    public decimal? BasicCharge { get; init; }

    [JsonProperty("setup")]
    public decimal? Setup { get; init; }
}
