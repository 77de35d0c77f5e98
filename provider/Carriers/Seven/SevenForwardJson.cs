using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>Where inbound messages go on to; a forwarding that is off may still list its targets.</summary>
internal sealed record SevenForwardJson
{
    [JsonProperty("number")]
    public IReadOnlyList<string>? Numbers { get; init; }

    [JsonProperty("address")]
    public IReadOnlyList<string>? Addresses { get; init; }

    [JsonProperty("enabled")]
    public bool? Enabled { get; init; }

    [JsonIgnore]
    public IReadOnlyList<string> Targets => Enabled != false ? Numbers ?? Addresses ?? [] : [];
}
