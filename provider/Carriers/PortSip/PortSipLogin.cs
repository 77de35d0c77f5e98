using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>A PBX user who logs in.</summary>
/// <param name="UserName">The user's name.</param>
/// <param name="Password">The user's password.</param>
/// <param name="Domain">The SIP domain of the user's tenant; null for the system administrator.</param>
public sealed record PortSipLogin(string UserName, Secret Password, string? Domain = null);
