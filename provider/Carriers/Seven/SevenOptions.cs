using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>One seven.io account.</summary>
public sealed record SevenOptions
{
    /// <summary>Its API key.</summary>
    public required Secret ApiKey { get; init; }

    /// <summary>The API.</summary>
    public CarrierEndpoint Api { get; init; } = CarrierEndpoint.Parse("https://gateway.seven.io/api");

    /// <summary>How patient and how gentle the calls are.</summary>
    public ResilienceOptions Resilience { get; init; } = new();
}
