using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.Vonage;

/// <summary>One of the <c>invalid_parameters</c> of a problem document.</summary>
internal sealed record InvalidParameterJson
{
    [JsonProperty("name")]
    public string Name { get; init; } = "";

    [JsonProperty("reason")]
    public string Reason { get; init; } = "";
}
