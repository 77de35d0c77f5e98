using PulumiNumbers.Carriers.Http;
using PulumiNumbers.Carriers.Resilience;

namespace PulumiNumbers.Carriers.Vonage;

/// <summary>One Vonage account.</summary>
public sealed record VonageOptions
{
    /// <summary>What it authenticates itself with.</summary>
    public required VonageCredentials Credentials { get; init; }

    /// <summary>Number Pools API v2.</summary>
    public CarrierEndpoint Pools { get; init; } = CarrierEndpoint.Parse("https://api.nexmo.com");

    /// <summary>The Numbers API.</summary>
    public CarrierEndpoint Numbers { get; init; } = CarrierEndpoint.Parse("https://rest.nexmo.com");

    /// <summary>How patient and how gentle the calls are.</summary>
    public ResilienceOptions Resilience { get; init; } = new();
}
