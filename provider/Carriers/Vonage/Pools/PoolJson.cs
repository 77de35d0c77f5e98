using Newtonsoft.Json;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>A pool as Vonage writes it.</summary>
internal sealed record PoolJson
{
    [JsonProperty("pool_id", Required = Required.Always)]
    public required string PoolId { get; init; }

    [JsonProperty("account_id")]
    public string? AccountId { get; init; }

    [JsonProperty("fallback", Required = Required.Always)]
    public required string Fallback { get; init; }

    [JsonProperty("localized_sender_preferred")]
    public bool LocalizedSenderPreferred { get; init; }

    [JsonProperty("predictable_sender_preferred")]
    public bool PredictableSenderPreferred { get; init; }

    public Pool ToPool(string accountId) => new()
    {
        Address = new PoolAddress(AccountId ?? accountId, PoolId),
        Fallback = WireName<PoolFallback>.Find(Fallback) ?? throw new FormatException($"unknown fallback {Fallback}"),
        LocalizedSenderPreferred = LocalizedSenderPreferred,
        PredictableSenderPreferred = PredictableSenderPreferred,
    };
}
