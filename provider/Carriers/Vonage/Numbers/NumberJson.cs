using Newtonsoft.Json;
using PulumiNumbers.Carriers.Http;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Vonage.Numbers;

/// <summary>A number as the Numbers API writes it: one on offer has a cost, one that is owned has settings.</summary>
internal sealed record NumberJson
{
    [JsonProperty("country", Required = Required.Always)]
    public required string Country { get; init; }

    [JsonProperty("msisdn", Required = Required.Always)]
    public required string Msisdn { get; init; }

    [JsonProperty("type")]
    public string? Type { get; init; }

    [JsonProperty("features")]
    public IReadOnlyList<string>? Features { get; init; }

    [JsonProperty("cost")]
    public decimal? Cost { get; init; }

    [JsonProperty("moHttpUrl")]
    public string? MoHttpUrl { get; init; }

    [JsonProperty("voiceCallbackType")]
    public string? VoiceCallbackType { get; init; }

    [JsonProperty("voiceCallbackValue")]
    public string? VoiceCallbackValue { get; init; }

    [JsonProperty("app_id")]
    public string? AppId { get; init; }

    [JsonProperty("messagesCallbackType")]
    public string? MessagesCallbackType { get; init; }

    [JsonProperty("messagesCallbackValue")]
    public string? MessagesCallbackValue { get; init; }

    public AvailableNumber ToAvailable(Msisdn number) => new()
    {
        Number = number,
        Country = Country.ToUpperInvariant(),
        Type = WireName<NumberType>.Find(Type),
        Features = FeatureSet(),
        Fees = new NumberFees { Recurring = Cost, Interval = PaymentInterval.Monthly },
    };

    public OwnedNumber ToOwned(Msisdn number, NexmoDialect dialect) => new()
    {
        Number = number,
        Country = Country.ToUpperInvariant(),
        Type = WireName<NumberType>.Find(Type),
        Features = FeatureSet(),
        Settings = new NumberSettings
        {
            MoHttpUrl = MoHttpUrl ?? "",
            VoiceCallbackType = VoiceCallbackType ?? "",
            VoiceCallbackValue = VoiceCallbackValue ?? "",
            AppId = dialect.Applications ? AppId ?? "" : null,
        },
        MessagesCallbackType = MessagesCallbackType,
        MessagesCallbackValue = MessagesCallbackValue,
    };

    private HashSet<NumberFeature> FeatureSet()
        => (Features ?? []).Select(WireName<NumberFeature>.Find).OfType<NumberFeature>().ToHashSet();
}
