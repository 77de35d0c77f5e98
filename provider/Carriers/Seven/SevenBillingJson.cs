using Newtonsoft.Json;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>How an owned number is billed.</summary>
internal sealed record SevenBillingJson
{
    [JsonProperty("fees")]
    public SevenFeesJson? Fees { get; init; }

    [JsonProperty("payment_interval")]
    public string? PaymentInterval { get; init; }
}
