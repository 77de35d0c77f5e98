using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>All numbers on offer.</summary>
internal sealed record SevenAvailableListJson
{
    [JsonProperty("availableNumbers", Required = Required.Always)]
    public required IReadOnlyList<SevenAvailableJson> Numbers { get; init; }
}
