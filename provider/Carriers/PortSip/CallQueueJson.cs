using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>A call queue as the PBX writes it.</summary>
internal sealed record CallQueueJson
{
    [JsonProperty("id", Required = Required.Always)]
    public required string Id { get; init; }

    [JsonProperty("name")]
    public string? Name { get; init; }

    [JsonProperty("extension_number")]
    public string? ExtensionNumber { get; init; }

    public CallQueue ToQueue() => new(Id, Name, ExtensionNumber);
}
