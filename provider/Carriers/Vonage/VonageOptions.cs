using PulumiNumbers.Carriers.Transport;

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

/// <summary>A Vonage API key and its secret.</summary>
/// <param name="ApiKey">The key: 8 lower-case letters and digits, which is the account's id too.</param>
/// <param name="ApiSecret">The secret.</param>
public sealed record VonageCredentials(string ApiKey, Secret ApiSecret);
