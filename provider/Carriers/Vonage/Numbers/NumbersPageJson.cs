using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.Vonage.Numbers;

/// <summary>A page of numbers; <c>{}</c> where there are none.</summary>
internal sealed record NumbersPageJson
{
    [JsonProperty("count")]
    public int Count { get; init; }

    [JsonProperty("numbers")]
    public IReadOnlyList<NumberJson> Numbers { get; init; } = [];
}
