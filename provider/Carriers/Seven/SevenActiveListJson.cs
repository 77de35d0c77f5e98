using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>All numbers of the account.</summary>
internal sealed record SevenActiveListJson
{
    [JsonProperty("activeNumbers", Required = Required.Always)]
    public required IReadOnlyList<SevenActiveJson> Numbers { get; init; }
}
