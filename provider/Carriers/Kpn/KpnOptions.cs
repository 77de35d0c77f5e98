using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Kpn;

/// <summary>One KPN API store project.</summary>
public sealed record KpnOptions
{
    /// <summary>What it logs in with.</summary>
    public required KpnCredentials Credentials { get; init; }

    /// <summary>The Phone Numbers API.</summary>
    public CarrierEndpoint Numbers { get; init; } = CarrierEndpoint.Parse("https://api-prd.kpn.com/communication/nexmo/phone-numbers");

    /// <summary>Where tokens are issued.</summary>
    public CarrierEndpoint Token { get; init; } = CarrierEndpoint.Parse("https://api-prd.kpn.com/oauth/client_credential/accesstoken");

    /// <summary>How patient and how gentle the calls are.</summary>
    public ResilienceOptions Resilience { get; init; } = new();
}

/// <summary>What a KPN API store project logs in with.</summary>
/// <param name="ClientId">The project's client id.</param>
/// <param name="ClientSecret">The project's client secret.</param>
public sealed record KpnCredentials(string ClientId, Secret ClientSecret);
