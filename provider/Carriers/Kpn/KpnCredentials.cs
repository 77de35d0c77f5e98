using PulumiNumbers.Carriers.Authentication;

namespace PulumiNumbers.Carriers.Kpn;

/// <summary>What a KPN API store project logs in with.</summary>
/// <param name="ClientId">The project's client id.</param>
/// <param name="ClientSecret">The project's client secret.</param>
public sealed record KpnCredentials(string ClientId, Secret ClientSecret);
