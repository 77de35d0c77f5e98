using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>An agent as the PBX writes it.</summary>
internal sealed record QueueAgentJson
{
    [JsonProperty("extension_number", Required = Required.Always)]
    public required string ExtensionNumber { get; init; }

    [JsonProperty("id")]
    public string? Id { get; init; }

    [JsonProperty("name")]
    public string? Name { get; init; }

    [JsonProperty("display_name")]
    public string? DisplayName { get; init; }

    public QueueAgent ToAgent() => new(ExtensionNumber, Id, Name, DisplayName);
}
