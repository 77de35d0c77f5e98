using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>One PortSIP PBX. Either a token is given, or a login by which tokens are obtained and renewed.</summary>
public sealed record PortSipOptions
{
    /// <summary>The REST API, such as <c>https://pbx.example.com:8887/api</c>.</summary>
    public required CarrierEndpoint Api { get; init; }

    /// <summary>A token that somebody else obtained; it cannot be renewed here.</summary>
    public Secret? Token { get; init; }

    /// <summary>Who logs in where no token is given.</summary>
    public PortSipLogin? Login { get; init; }

    /// <summary>The certificates, in PEM, of the private authorities that alone are trusted; null for those that the machine trusts.</summary>
    public string? CaCertificate { get; init; }

    /// <summary>How patient and how gentle the calls are.</summary>
    public ResilienceOptions Resilience { get; init; } = new();

    /// <summary>The PBX and who accesses it: <c>host/user@tenant</c>, or <c>host/sha256:…</c> with a fingerprint of the given token. Never a secret.</summary>
    public string AccountId => $"{Api.Address.Authority}/{User}";

    private string? User => Token is { } token ? token.Fingerprint
        : Login is { Domain: { Length: > 0 } domain } tenant ? $"{tenant.UserName}@{domain}"
        : Login?.UserName;
}

/// <summary>A PBX user who logs in.</summary>
/// <param name="UserName">The user's name.</param>
/// <param name="Password">The user's password.</param>
/// <param name="Domain">The SIP domain of the user's tenant; null for the system administrator.</param>
public sealed record PortSipLogin(string UserName, Secret Password, string? Domain = null);
