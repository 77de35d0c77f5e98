using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>The forwardings of a number.</summary>
internal sealed record SevenForwardsJson
{
    [JsonProperty("sms")]
    public SevenForwardJson? Sms { get; init; }

    [JsonProperty("email")]
    public SevenForwardJson? Email { get; init; }
}
