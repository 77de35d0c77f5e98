using Newtonsoft.Json;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>What a number can do, as seven.io writes it.</summary>
internal sealed record SevenFeaturesJson
{
    [JsonProperty("sms")]
    public bool Sms { get; init; }

    [JsonProperty("a2p_sms")]
    public bool A2pSms { get; init; }

    [JsonProperty("voice")]
    public bool Voice { get; init; }

    public HashSet<NumberFeature> ToSet()
    {
        var features = new HashSet<NumberFeature>();
        if (Sms)
            features.Add(NumberFeature.Sms);
        if (A2pSms)
            features.Add(NumberFeature.A2pSms);
        if (Voice)
            features.Add(NumberFeature.Voice);
        return features;
    }
}
