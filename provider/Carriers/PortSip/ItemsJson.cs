using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>A collection, or a page of one.</summary>
internal sealed record ItemsJson<TItem>
{
    [JsonProperty("count")]
    public int? Count { get; init; }

    [JsonProperty("items")]
    public IReadOnlyList<TItem>? Items { get; init; }
}
