using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>A page of pools or of numbers.</summary>
internal sealed record PageJson
{
    [JsonProperty("page")]
    public int Page { get; init; }

    [JsonProperty("total_pages")]
    public int TotalPages { get; init; }

    [JsonProperty("_embedded")]
    public JObject? Embedded { get; init; }

    [JsonProperty("_links")]
    public JObject? Links { get; init; }

    /// <summary>Whether there are pages behind the one asked for; links and counts are both believed, because either may be missing.</summary>
    public bool HasNext(int asked) => Links?["next"] is JObject || asked < TotalPages;

    /// <summary>The items, under the name that the listing gives them.</summary>
    public IReadOnlyList<TItem> Items<TItem>(string name) => Embedded?[name]?.ToObject<List<TItem>>() ?? [];
}
